package docimo.evaluation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Marks that were given elsewhere, by answer. Immutable. */
public final class OtherMarks {

  private final Map<String, List<OtherMark>> byId;

  public OtherMarks(List<OtherMark> marks) {
    byId = marks.stream().collect(Collectors.groupingBy(OtherMark::answerId));
  }

  /**
   * The mark of an answer; empty when there is none. Ids may repeat between data sets and their
   * splits; then the marks have to say which they belong to.
   *
   * @throws AmbiguousMarkException when several marks may belong to the answer
   */
  public Optional<MachineMark> find(MarkedAnswer answer) {
    List<OtherMark> found =
        byId.getOrDefault(answer.answerId(), List.of()).stream()
            .filter(mark -> mark.isOf(answer))
            .toList();
    if (found.size() > 1) {
      throw new AmbiguousMarkException(answer.answerId());
    }
    return found.stream().findFirst().map(mark -> new MachineMark(mark.score(), null));
  }
}
