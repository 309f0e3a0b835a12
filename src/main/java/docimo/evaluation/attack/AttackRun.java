package docimo.evaluation.attack;

import docimo.grading.Answer;
import docimo.grading.Grade;
import docimo.grading.Grader;
import docimo.question.Question;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.zip.CRC32;

/**
 * Tries attacks on questions. The answers depend on the question, its bank, the kind and the seed
 * alone: attacks that borrow nothing from other questions stay the same when the bank grows.
 * Thread-safe.
 */
public final class AttackRun {

  /** When it is the turn of an answer. */
  public interface Turn {
    /**
     * Waits for it, then tries the answer.
     *
     * @throws RuntimeException to end the run
     */
    AttackOutcome take(Supplier<AttackOutcome> trial);
  }

  private final Grader grader;
  private final Turn turn;
  private final Neighbours neighbours;
  private final Material.Tools tools;

  /**
   * @param grader marks the answers; as in the service when it {@linkplain Grader#knowing knows}
   *     the bank
   * @param bank the questions whose references can be borrowed
   */
  public AttackRun(Grader grader, List<Question> bank) {
    this(grader, bank, Supplier::get);
  }

  /**
   * The same where others mark too.
   *
   * @param turn asked before each answer
   */
  public AttackRun(Grader grader, List<Question> bank, Turn turn) {
    this.grader = grader;
    this.turn = turn;
    this.neighbours = new Neighbours(bank);
    this.tools = new Material.Tools(grader.analyzer(), grader.antonyms());
  }

  /**
   * Tries each kind of the plan on a question.
   *
   * @return what became of each answer, in the order of the plan; kinds that cannot be tried on the
   *     question are missing, and without a reference nothing can be tried
   */
  public List<AttackOutcome> attack(Question question, AttackPlan plan) {
    if (question.references().isEmpty()) {
      return List.of();
    }
    Material material = material(question);
    List<AttackOutcome> outcomes = new ArrayList<>();
    for (AttackKind kind : plan.kinds()) {
      answer(kind, material, plan.seed())
          .map(answer -> turn.take(() -> tried(question, kind, answer)))
          .ifPresent(outcomes::add);
    }
    return outcomes;
  }

  /**
   * Tries each kind of the plan on several questions at once.
   *
   * @param workers runs them; stays open
   * @param progress told how many questions are done after each one
   * @return what became of each answer, by question in their order, then in the order of the plan
   * @throws InterruptedException when the thread is interrupted
   */
  public List<AttackOutcome> attack(
      List<Question> questions, AttackPlan plan, ExecutorService workers, IntConsumer progress)
      throws InterruptedException {
    List<Future<List<AttackOutcome>>> running = new ArrayList<>();
    for (Question question : questions) {
      running.add(workers.submit(() -> attack(question, plan)));
    }
    List<AttackOutcome> outcomes = new ArrayList<>();
    for (int i = 0; i < running.size(); i++) {
      outcomes.addAll(joined(running.get(i)));
      progress.accept(i + 1);
    }
    return outcomes;
  }

  /** What the attacks on a question that has a reference are made of. */
  Material material(Question question) {
    return Material.of(question, grader.keyPoints(question), neighbours, tools);
  }

  /** An answer of a kind; empty when there is none to the question. */
  static Optional<String> answer(AttackKind kind, Material material, long seed) {
    SplittableRandom random = new SplittableRandom(seed(material.question().id(), kind, seed));
    return kind.answer(material, random)
        .map(answer -> Material.cut(answer, Material.LONGEST_ANSWER))
        .filter(answer -> !answer.isBlank());
  }

  /** Each question and kind has chances of its own. */
  private static long seed(String questionId, AttackKind kind, long seed) {
    CRC32 hash = new CRC32();
    hash.update((kind.name() + '\n' + questionId).getBytes(StandardCharsets.UTF_8));
    return hash.getValue() << Integer.SIZE ^ seed;
  }

  private AttackOutcome tried(Question question, AttackKind kind, String answer) {
    try {
      Grade grade = grader.grade(question, Answer.of(answer));
      Grade.Score score = grade.score();
      Grade.ReasonGiven reason = grade.reason();
      return new AttackOutcome(
          question.id(),
          kind,
          answer,
          grade.status(),
          reason == null ? null : reason.code(),
          score == null ? null : score.given() / score.maximum());
    } catch (RuntimeException | StackOverflowError e) {
      // as in a batch: one answer must not stop the others
      return new AttackOutcome(question.id(), kind, answer, Grade.Status.FAILED, null, null);
    }
  }

  private static List<AttackOutcome> joined(Future<List<AttackOutcome>> question)
      throws InterruptedException {
    try {
      return question.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("attacking a question failed", e.getCause());
    }
  }
}
