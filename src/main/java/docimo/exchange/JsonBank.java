package docimo.exchange;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import docimo.exchange.page.MarkdownBlocks;
import docimo.exchange.page.ReferenceText;
import docimo.question.KeyPoint;
import docimo.question.MarkedExample;
import docimo.question.Rule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads banks of JSON. Names what is wrong by JSON pointer and line. One bank each. */
final class JsonBank {

  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
  private static final String KEYS =
      "use id, prompt, references, key_points, rule, topic and marked_answers";

  private final String source;
  private final JsonParser json;
  private final List<QuestionDraft> drafts = new ArrayList<>();
  private final int offset;

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

  private JsonBank(String source, JsonParser json, int offset) {
    this.source = source;
    this.json = json;
    this.offset = offset;
  }

  static List<QuestionDraft> read(String source, String text) {
    try (JsonParser parser = JSON.createParser(text)) {
      JsonBank bank = new JsonBank(source, parser, 0);
      while (parser.nextToken() != null) {
        bank.readTop();
      }
      return bank.drafts;
    } catch (JsonProcessingException e) {
      throw broken(source, e, 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Key points from a JSON array in a cell of a table. */
  static List<KeyPoint> readPoints(String source, String cell, int line) {
    return readCell(source, cell, line, JsonBank::points);
  }

  /** Marked answers from a JSON array in a cell of a table. */
  static List<MarkedExample> readMarkedAnswers(String source, String cell, int line) {
    return readCell(source, cell, line, JsonBank::markedAnswers);
  }

  private interface CellReader<T> {
    List<T> read(JsonBank cell) throws IOException;
  }

  private static <T> List<T> readCell(String source, String cell, int line, CellReader<T> reader) {
    try (JsonParser parser = JSON.createParser(cell)) {
      JsonBank bank = new JsonBank(source, parser, line - 1);
      parser.nextToken();
      List<T> items = reader.read(bank);
      if (parser.nextToken() != null) {
        throw bank.wrong("something follows the array", "remove it, or put it into the array");
      }
      return items;
    } catch (JsonProcessingException e) {
      throw broken(source, e, line - 1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BankFormatException broken(String source, JsonProcessingException e, int offset) {
    int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr() + offset;
    int column = e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
    String what = "this is not valid JSON, near column " + column;
    boolean twice = String.valueOf(e.getOriginalMessage()).startsWith("Duplicate field");
    return new BankFormatException(
        source, line, twice ? "an object has the same key twice" : what, "mend it and try again");
  }

  private void readTop() throws IOException {
    if (json.currentToken() == JsonToken.START_ARRAY) {
      readQuestions();
    } else if (json.currentToken() == JsonToken.START_OBJECT) {
      readQuestion();
    } else {
      throw wrong(
          "a bank is an array of questions", "write [{\"prompt\": ..., \"references\": [...]}]");
    }
  }

  private void readQuestions() throws IOException {
    while (json.nextToken() != JsonToken.END_ARRAY) {
      require(JsonToken.START_OBJECT, "a question", "an object");
      readQuestion();
    }
  }

  private void readQuestion() throws IOException {
    int line = line();
    Fields fields = new Fields();
    boolean wrapper = false;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String key = json.currentName();
      boolean top = json.getParsingContext().getParent().inRoot();
      json.nextToken();
      if (key.equals("questions") && top) {
        require(JsonToken.START_ARRAY, "'questions'", "an array");
        readQuestions();
        wrapper = true;
      } else {
        readField(key, fields);
        fields.empty = false;
      }
    }
    if (wrapper && !fields.empty) {
      throw new BankFormatException(
          source, line, "an object has 'questions' and keys of a question", "keep one of the two");
    }
    if (!wrapper) {
      drafts.add(draft(fields, line));
    }
  }

  private void readField(String key, Fields fields) throws IOException {
    switch (key) {
      case "id" -> fields.id = id();
      case "prompt", "question" ->
          fields.prompt = once(fields.prompt, ReferenceText.oneLine(text()));
      case "references" -> fields.references = once(fields.references, texts());
      case "reference" -> fields.references = once(fields.references, List.of(text()));
      case "key_points" -> fields.points = points();
      case "marked_answers" -> fields.markedAnswers = markedAnswers();
      case "rule" -> fields.rule = rule(fields);
      case "topic" -> fields.topic = isNull() ? null : ReferenceText.oneLine(text());
      default -> throw wrong("a question has no key '" + excerpt(key) + "'", KEYS);
    }
  }

  private <T> T once(@Nullable T before, T now) {
    if (before != null) {
      throw wrong("the same is said by two keys", "keep one of them");
    }
    return now;
  }

  private String id() throws IOException {
    String id = text();
    if (id.isBlank()) {
      throw wrong("the id is empty", "give the question an id or leave the key out");
    }
    return id;
  }

  private Rule rule(Fields fields) throws IOException {
    fields.ruleLine = line();
    try {
      return isNull() ? Rule.ALL : Rule.parse(text());
    } catch (IllegalArgumentException e) {
      throw wrong(String.valueOf(e.getMessage()), "mend the rule or leave the key out");
    }
  }

  private List<KeyPoint> points() throws IOException {
    if (isNull()) {
      return List.of();
    }
    require(JsonToken.START_ARRAY, "'key_points'", "an array");
    List<KeyPoint> points = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      points.add(point());
    }
    return points;
  }

  private KeyPoint point() throws IOException {
    int line = line();
    String pointer = pointer();
    String label = "";
    List<String> phrasings = List.of();
    double weight = 1;
    String group = null;
    if (json.currentToken() == JsonToken.VALUE_STRING) {
      label = ReferenceText.oneLine(text());
    } else {
      require(JsonToken.START_OBJECT, "a key point", "a string or an object");
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String key = json.currentName();
        json.nextToken();
        switch (key) {
          case "label" -> label = ReferenceText.oneLine(text());
          case "phrasings" -> phrasings = texts().stream().map(ReferenceText::oneLine).toList();
          case "weight" -> weight = number("a weight", "from 0.001 to 1000");
          case "group" -> group = isNull() ? null : text();
          default ->
              throw wrong(
                  "a key point has no key '" + excerpt(key) + "'",
                  "use label, phrasings, weight and group");
        }
      }
    }
    try {
      return new KeyPoint(label, phrasings, weight, group);
    } catch (IllegalArgumentException e) {
      throw new BankFormatException(
          source, line, pointer + ": " + e.getMessage(), "mend the key point or remove it");
    }
  }

  private List<MarkedExample> markedAnswers() throws IOException {
    if (isNull()) {
      return List.of();
    }
    require(JsonToken.START_ARRAY, "'marked_answers'", "an array");
    List<MarkedExample> marked = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      marked.add(markedAnswer());
    }
    return marked;
  }

  private MarkedExample markedAnswer() throws IOException {
    int line = line();
    String pointer = pointer();
    String answer = "";
    double score = Double.NaN;
    require(JsonToken.START_OBJECT, "a marked answer", "an object");
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String key = json.currentName();
      json.nextToken();
      switch (key) {
        case "answer" -> answer = text();
        case "score" -> score = number("the score", "from 0 to 1");
        default ->
            throw wrong(
                "a marked answer has no key '" + excerpt(key) + "'", "use answer and score");
      }
    }
    if (Double.isNaN(score)) {
      throw new BankFormatException(
          source, line, pointer + ": a marked answer has no score", "add \"score\", from 0 to 1");
    }
    try {
      return new MarkedExample(answer, score);
    } catch (IllegalArgumentException e) {
      throw new BankFormatException(
          source, line, pointer + ": " + e.getMessage(), "mend the marked answer or remove it");
    }
  }

  private List<String> texts() throws IOException {
    if (isNull()) {
      return List.of();
    }
    require(JsonToken.START_ARRAY, "'" + json.currentName() + "'", "an array of strings");
    List<String> texts = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      texts.add(text());
    }
    return texts;
  }

  private String text() throws IOException {
    require(JsonToken.VALUE_STRING, "this value", "a string");
    return json.getText();
  }

  private double number(String what, String range) throws IOException {
    if (!json.currentToken().isNumeric()) {
      throw wrong(what + " is not a number", "write a number " + range);
    }
    return json.getDoubleValue();
  }

  private boolean isNull() {
    return json.currentToken() == JsonToken.VALUE_NULL;
  }

  private void require(JsonToken wanted, String what, String type) {
    if (json.currentToken() != wanted) {
      throw wrong(what + " is not " + type, "write " + type);
    }
  }

  private BankFormatException wrong(String problem, String remedy) {
    return new BankFormatException(source, line(), pointer() + ": " + problem, remedy);
  }

  private String pointer() {
    String pointer = json.getParsingContext().pathAsPointer().toString();
    return pointer.isEmpty() ? "/" : pointer;
  }

  private int line() {
    return json.currentTokenLocation().getLineNr() + offset;
  }

  private static String excerpt(String key) {
    return key.length() > 40 ? key.substring(0, 40) + "…" : key;
  }

  private QuestionDraft draft(Fields fields, int line) {
    if (fields.prompt == null) {
      throw new BankFormatException(source, line, "a question has no prompt", "add \"prompt\"");
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
        source,
        line,
        fields.ruleLine > 0 ? fields.ruleLine : line,
        fields.markedAnswers);
  }
}
