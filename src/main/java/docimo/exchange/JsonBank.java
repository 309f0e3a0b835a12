package docimo.exchange;

import com.fasterxml.jackson.core.JsonToken;
import docimo.exchange.page.MarkdownBlocks;
import docimo.exchange.page.ReferenceText;
import docimo.question.KeyPoint;
import docimo.question.MarkedExample;
import docimo.question.Rule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads banks of JSON. One bank each. */
final class JsonBank {

  private static final String KEYS =
      "use id, prompt, references, key_points, rule, topic and marked_answers";

  private final JsonCursor json;
  private final List<QuestionDraft> drafts = new ArrayList<>();

  /** What was read of a question so far. */
  private static final class Fields {
    private @Nullable String id;
    private @Nullable String prompt;
    private @Nullable String topic;
    private @Nullable List<String> references;
    private List<KeyPoint> points = List.of();
    private List<MarkedExample> markedAnswers = List.of();
    private Rule rule = Rule.ALL;
    private int ruleLine;
    private boolean empty = true;
  }

  private JsonBank(JsonCursor json) {
    this.json = json;
  }

  static List<QuestionDraft> read(String source, String text) {
    return JsonCursor.read(source, "", text, 0, json -> new JsonBank(json).read());
  }

  /** Key points from a JSON array in a cell of a table. */
  static List<KeyPoint> readPoints(String source, String cell, int line) {
    return readCell(source, "key_points", cell, line, JsonBank::points);
  }

  /** Marked answers from a JSON array in a cell of a table. */
  static List<MarkedExample> readMarkedAnswers(String source, String cell, int line) {
    return readCell(source, "marked_answers", cell, line, JsonBank::markedAnswers);
  }

  private static <T> List<T> readCell(
      String source, String column, String cell, int line, JsonCursor.Reader<List<T>> array) {
    return JsonCursor.read(
        source,
        column,
        cell,
        line - 1,
        json -> {
          json.next();
          List<T> items = array.read(json);
          if (json.next()) {
            throw json.wrong("something follows the array", "remove it, or put it into the array");
          }
          return items;
        });
  }

  private List<QuestionDraft> read() throws IOException {
    while (json.next()) {
      readTop();
    }
    return drafts;
  }

  private void readTop() throws IOException {
    if (json.is(JsonToken.START_ARRAY)) {
      readQuestions();
    } else if (json.is(JsonToken.START_OBJECT)) {
      readQuestion();
    } else {
      throw json.wrong(
          "a bank is an array of questions", "write [{\"prompt\": ..., \"references\": [...]}]");
    }
  }

  private void readQuestions() throws IOException {
    while (!json.nextIs(JsonToken.END_ARRAY)) {
      json.require(JsonToken.START_OBJECT, "a question", "an object");
      readQuestion();
    }
  }

  private void readQuestion() throws IOException {
    int line = json.line();
    Fields fields = new Fields();
    boolean wrapper = false;
    while (json.nextIs(JsonToken.FIELD_NAME)) {
      boolean top = json.isInTopObject();
      String key = json.key();
      if (key.equals("questions") && top) {
        json.require(JsonToken.START_ARRAY, "'questions'", "an array");
        readQuestions();
        wrapper = true;
      } else {
        readField(key, fields);
        fields.empty = false;
      }
    }
    if (wrapper && !fields.empty) {
      throw json.wrong(
          line, "an object has 'questions' and keys of a question", "keep one of the two");
    }
    if (!wrapper) {
      drafts.add(draft(fields, line));
    }
  }

  private void readField(String key, Fields fields) throws IOException {
    switch (key) {
      case "id" -> fields.id = id();
      case "prompt", "question" ->
          fields.prompt = once(fields.prompt, ReferenceText.oneLine(json.text()));
      case "references" -> fields.references = once(fields.references, json.texts());
      case "reference" -> fields.references = once(fields.references, List.of(json.text()));
      case "key_points" -> fields.points = points(json);
      case "marked_answers" -> fields.markedAnswers = markedAnswers(json);
      case "rule" -> fields.rule = rule(fields);
      case "topic" -> fields.topic = json.isNull() ? null : ReferenceText.oneLine(json.text());
      default -> throw json.unknownKey("a question", key, KEYS);
    }
  }

  private <T> T once(@Nullable T before, T now) {
    if (before != null) {
      throw json.wrong("the same is said by two keys", "keep one of them");
    }
    return now;
  }

  private String id() throws IOException {
    String id = json.text();
    if (id.isBlank()) {
      throw json.wrong("the id is empty", "give the question an id or leave the key out");
    }
    return id;
  }

  private Rule rule(Fields fields) throws IOException {
    fields.ruleLine = json.line();
    try {
      return json.isNull() ? Rule.ALL : Rule.parse(json.text());
    } catch (IllegalArgumentException e) {
      throw json.wrong(String.valueOf(e.getMessage()), "mend the rule or leave the key out");
    }
  }

  private static List<KeyPoint> points(JsonCursor json) throws IOException {
    return json.items("'key_points'", "an array", JsonBank::point);
  }

  private static KeyPoint point(JsonCursor json) throws IOException {
    int line = json.line();
    String pointer = json.pointer();
    String label = "";
    List<String> phrasings = List.of();
    double weight = 1;
    String group = null;
    if (json.is(JsonToken.VALUE_STRING)) {
      label = ReferenceText.oneLine(json.text());
    } else {
      json.require(JsonToken.START_OBJECT, "a key point", "a string or an object");
      while (json.nextIs(JsonToken.FIELD_NAME)) {
        String key = json.key();
        switch (key) {
          case "label" -> label = ReferenceText.oneLine(json.text());
          case "phrasings" ->
              phrasings = json.texts().stream().map(ReferenceText::oneLine).toList();
          case "weight" -> weight = json.number("a weight", "from 0.001 to 1000");
          case "group" -> group = json.isNull() ? null : json.text();
          default ->
              throw json.unknownKey("a key point", key, "use label, phrasings, weight and group");
        }
      }
    }
    try {
      return new KeyPoint(label, phrasings, weight, group);
    } catch (IllegalArgumentException e) {
      throw json.wrong(line, pointer + ": " + e.getMessage(), "mend the key point or remove it");
    }
  }

  private static List<MarkedExample> markedAnswers(JsonCursor json) throws IOException {
    return json.items("'marked_answers'", "an array", JsonBank::markedAnswer);
  }

  private static MarkedExample markedAnswer(JsonCursor json) throws IOException {
    int line = json.line();
    String pointer = json.pointer();
    String answer = "";
    double score = Double.NaN;
    json.require(JsonToken.START_OBJECT, "a marked answer", "an object");
    while (json.nextIs(JsonToken.FIELD_NAME)) {
      String key = json.key();
      switch (key) {
        case "answer" -> answer = json.text();
        case "score" -> score = json.number("the score", "from 0 to 1");
        default -> throw json.unknownKey("a marked answer", key, "use answer and score");
      }
    }
    if (Double.isNaN(score)) {
      throw json.wrong(
          line, pointer + ": a marked answer has no score", "add \"score\", from 0 to 1");
    }
    try {
      return new MarkedExample(answer, score);
    } catch (IllegalArgumentException e) {
      throw json.wrong(
          line, pointer + ": " + e.getMessage(), "mend the marked answer or remove it");
    }
  }

  private QuestionDraft draft(Fields fields, int line) {
    if (fields.prompt == null) {
      throw json.wrong(line, "a question has no prompt", "add \"prompt\"");
    }
    List<String> written = fields.references == null ? List.of() : fields.references;
    return new QuestionDraft(
        fields.id,
        fields.prompt,
        written.stream().map(ReferenceText::plain).toList(),
        fields.points,
        fields.rule,
        fields.topic == null || fields.topic.isEmpty() ? null : fields.topic,
        MarkdownBlocks.removedFrom(written),
        json.source(),
        line,
        fields.ruleLine > 0 ? fields.ruleLine : line,
        fields.markedAnswers);
  }
}
