package docimo.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import docimo.exchange.page.ReferenceText;
import docimo.question.KeyPoint;
import docimo.question.LimitException;
import docimo.question.Limits;
import docimo.question.MarkedExample;
import docimo.question.Question;
import docimo.question.Rule;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a question that comes along with an answer instead of being in a bank: {@code references}
 * (Markdown or HTML is reduced to text), {@code key_points} as strings or objects, {@code rule},
 * {@code marked_answers} as objects.
 */
public final class InlineQuestion {

  /** The fields of a question that is an object of its own. */
  public static final List<String> NESTED_FIELDS =
      List.of("prompt", "references", "reference", "key_points", "rule", "marked_answers");

  private static final List<String> POINT_FIELDS = List.of("label", "phrasings", "weight", "group");
  private static final List<String> MARKED_FIELDS = List.of("answer", "score");

  private InlineQuestion() {}

  /**
   * Makes the question.
   *
   * @param promptField the field that says what was asked; it may be absent
   * @param fields the object that has {@code references} or {@code reference}, and perhaps {@code
   *     key_points}, {@code rule} and {@code marked_answers}
   * @throws InvalidFieldException when one of them is not what it must be
   */
  public static Question read(String promptField, JsonFields fields) {
    return read(promptField, fields, true);
  }

  /** Makes the question and does not look at {@code marked_answers}. */
  static Question readWithoutMarkedAnswers(String promptField, JsonFields fields) {
    return read(promptField, fields, false);
  }

  private static Question read(String promptField, JsonFields fields, boolean withMarked) {
    String prompt = fields.text(promptField).orElse("");
    List<String> references = new ArrayList<>(fields.texts("references"));
    fields.text("reference").ifPresent(references::add);
    try {
      // before they are read: that takes time too
      Limits.requireReferences(references);
      Limits.requireKeyPoints(fields.items("key_points").size());
      List<KeyPoint> points = keyPoints(fields);
      Rule rule = fields.text("rule").map(text -> rule(text, fields)).orElse(Rule.ALL);
      return Question.inline(
          prompt,
          references.stream().map(ReferenceText::plain).toList(),
          points,
          rule,
          withMarked ? markedAnswers(fields) : List.of());
    } catch (LimitException e) {
      throw new InvalidFieldException(pointer(e, promptField, fields), e.problem());
    } catch (IllegalArgumentException e) {
      throw new InvalidFieldException(
          fields.pointer("rule"), "asks for more key points than there are, or for another group");
    }
  }

  private static String pointer(LimitException e, String promptField, JsonFields fields) {
    String points = fields.pointer("key_points");
    String point = points + "/" + e.point();
    return switch (e.part()) {
      case PROMPT -> fields.pointer(promptField);
      case REFERENCES -> fields.pointer(fields.has("references") ? "references" : "reference");
      case KEY_POINTS -> points;
      case MARKED_ANSWERS -> fields.pointer("marked_answers");
      case LABEL ->
          fields.items("key_points").get(e.point()).isTextual() ? point : point + "/label";
      case PHRASINGS -> point + "/phrasings";
      case PHRASING -> point + "/phrasings/" + e.phrasing();
    };
  }

  private static Rule rule(String text, JsonFields fields) {
    try {
      return Rule.parse(text);
    } catch (IllegalArgumentException e) {
      throw new InvalidFieldException(
          fields.pointer("rule"),
          "must be 'all', 'any 3' or 'any 3 of GROUP', several of the last separated by semicolons");
    }
  }

  private static List<KeyPoint> keyPoints(JsonFields fields) {
    List<KeyPoint> points = new ArrayList<>();
    List<JsonNode> items = fields.items("key_points");
    for (int i = 0; i < items.size(); i++) {
      points.add(keyPoint(items.get(i), fields.pointer("key_points") + "/" + i));
    }
    return points;
  }

  private static KeyPoint keyPoint(JsonNode item, String pointer) {
    if (item.isTextual()) {
      return KeyPoint.of(notBlank(item.textValue(), pointer));
    }
    JsonFields fields = JsonFields.of(item, pointer).allow(POINT_FIELDS);
    List<String> phrasings = fields.texts("phrasings");
    for (int i = 0; i < phrasings.size(); i++) {
      notBlank(phrasings.get(i), fields.pointer("phrasings") + "/" + i);
    }
    return new KeyPoint(
        notBlank(fields.text("label").orElse(""), fields.pointer("label")),
        phrasings,
        weight(fields),
        fields.text("group").map(group -> notBlank(group, fields.pointer("group"))).orElse(null));
  }

  private static List<MarkedExample> markedAnswers(JsonFields fields) {
    List<JsonNode> items = fields.items("marked_answers");
    Limits.requireMarkedAnswers(items.size());
    List<MarkedExample> marked = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      JsonFields item =
          JsonFields.of(items.get(i), fields.pointer("marked_answers") + "/" + i)
              .allow(MARKED_FIELDS);
      marked.add(
          new MarkedExample(
              notBlank(item.text("answer").orElse(""), item.pointer("answer")), score(item)));
    }
    return marked;
  }

  private static double score(JsonFields fields) {
    double score = fields.number("score").orElse(Double.NaN);
    if (!MarkedExample.isScore(score)) {
      throw new InvalidFieldException(
          fields.pointer("score"), "must be the mark that people gave, a number from 0 to 1");
    }
    return score;
  }

  private static double weight(JsonFields fields) {
    double weight = fields.number("weight").orElse(1.0);
    if (!Limits.isWeight(weight)) {
      throw new InvalidFieldException(
          fields.pointer("weight"), "must be a number from 0.001 to 1000");
    }
    return weight;
  }

  private static String notBlank(String text, String pointer) {
    if (text.isBlank()) {
      throw new InvalidFieldException(pointer, "must not be blank");
    }
    return text;
  }
}
