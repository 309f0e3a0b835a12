package docimo.evaluation;

import org.jspecify.annotations.Nullable;

/**
 * A mark that was given elsewhere.
 *
 * @param dataset the data set of the answer; null when the source does not say
 * @param split the split of the answer; null when the source does not say
 * @param answerId names the answer
 * @param score the mark, in [0, 1]; null when none was given
 */
public record OtherMark(
    @Nullable String dataset, @Nullable String split, String answerId, @Nullable Double score) {

  boolean isOf(MarkedAnswer answer) {
    return answerId.equals(answer.answerId())
        && (dataset == null || dataset.equals(answer.dataset()))
        && (split == null || split.equals(answer.split()));
  }
}
