package docimo.question;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question with what is needed to mark an answer to it.
 *
 * <p>Reference answers are plain text in which structure survives as it would be typed: a blank
 * line between paragraphs, one line for each list item beginning with {@code "- "} or {@code "1.
 * "}, nested items indented by two spaces or more. Markup beyond that is removed before a question
 * is made.
 *
 * @param id names the question in its bank; not blank
 * @param prompt what the candidate was asked; may be empty when it is not known
 * @param references reference answers, each a full answer by itself; empty when none is known, and
 *     then no answer can be marked
 * @param keyPoints key points written by the author; empty means they are derived from the first
 *     reference
 * @param rule how many of the points are needed
 * @param topic heading under which banks list the question; null when there is none
 * @param markedAnswers answers that people have marked; their marks move those of other answers
 */
public record Question(
    String id,
    String prompt,
    List<String> references,
    List<KeyPoint> keyPoints,
    Rule rule,
    @Nullable String topic,
    List<MarkedExample> markedAnswers) {

  private static final int REVISION_LENGTH = 16;

  /**
   * @throws IllegalArgumentException when the id is blank, or the rule asks for a group that no key
   *     point belongs to or for more points than there are
   * @throws LimitException when it is larger than {@link Limits} allow
   */
  public Question {
    if (id.isBlank()) {
      throw new IllegalArgumentException("a question needs an id that is not blank");
    }
    references = references.stream().filter(reference -> !reference.isBlank()).toList();
    keyPoints = List.copyOf(keyPoints);
    markedAnswers = List.copyOf(markedAnswers);
    Limits.require(prompt, references, keyPoints);
    Limits.requireMarkedAnswers(markedAnswers);
    requireSatisfiable(rule, keyPoints);
  }

  /** A question of which no answer has been marked. */
  public Question(
      String id,
      String prompt,
      List<String> references,
      List<KeyPoint> keyPoints,
      Rule rule,
      @Nullable String topic) {
    this(id, prompt, references, keyPoints, rule, topic, List.of());
  }

  /** A question outside any bank, of which no answer has been marked. */
  public static Question inline(
      String prompt, List<String> references, List<KeyPoint> keyPoints, Rule rule) {
    return inline(prompt, references, keyPoints, rule, List.of());
  }

  /** A question outside any bank, whose id is made from its {@linkplain #revision() revision}. */
  public static Question inline(
      String prompt,
      List<String> references,
      List<KeyPoint> keyPoints,
      Rule rule,
      List<MarkedExample> markedAnswers) {
    Question unnamed =
        new Question("inline", prompt, references, keyPoints, rule, null, markedAnswers);
    return unnamed.named("inline-" + unnamed.revision());
  }

  private Question named(String newId) {
    return new Question(newId, prompt, references, keyPoints, rule, topic, markedAnswers);
  }

  /**
   * Identifies the content that marks depend on: 16 hexadecimal digits of a SHA-256 over prompt,
   * references, key points, rule and, if there are any, marked answers. Id and topic do not count.
   * Equal content has equal revisions on every machine; changed content has, for all purposes,
   * another one.
   */
  public String revision() {
    MessageDigest digest = sha256();
    put(digest, prompt);
    put(digest, references.size());
    references.forEach(reference -> put(digest, reference));
    put(digest, keyPoints.size());
    for (KeyPoint point : keyPoints) {
      put(digest, point.label());
      put(digest, point.phrasings().size());
      point.phrasings().forEach(phrasing -> put(digest, phrasing));
      put(digest, Double.toString(point.weight()));
      put(digest, point.group() == null ? "" : point.group());
    }
    put(digest, rule.toString());
    if (!markedAnswers.isEmpty()) { // a question without any keeps the revision it always had
      put(digest, markedAnswers.size());
      for (MarkedExample marked : markedAnswers) {
        put(digest, marked.answer());
        put(digest, Double.toString(marked.score()));
      }
    }
    return HexFormat.of().formatHex(digest.digest()).substring(0, REVISION_LENGTH);
  }

  private static void requireSatisfiable(Rule rule, List<KeyPoint> points) {
    if (points.isEmpty()) {
      return; // points will be derived; a rule over all of them is checked where that happens
    }
    for (Rule.AnyOf choice : rule.choices()) {
      long available =
          points.stream()
              .filter(point -> choice.group() == null || choice.group().equals(point.group()))
              .count();
      if (available < choice.count()) {
        throw new IllegalArgumentException(
            "the rule '" + choice + "' asks for more key points than the " + available + " there");
      }
    }
  }

  /** Length first, so that no two different lists of texts feed the digest the same bytes. */
  private static void put(MessageDigest digest, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    put(digest, bytes.length);
    digest.update(bytes);
  }

  private static void put(MessageDigest digest, int number) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
