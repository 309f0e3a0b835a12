package docimo.exchange;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import docimo.question.KeyPoint;
import docimo.question.MarkedExample;
import docimo.question.Question;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** Writes banks as JSON, every key in snake case and always in one order. Stateless. */
final class JsonBankWriter {

  private static final JsonFactory JSON = new JsonFactory();

  private JsonBankWriter() {}

  static String write(List<Question> questions) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(out).useDefaultPrettyPrinter()) {
      json.writeStartArray();
      for (Question question : questions) {
        write(json, question);
      }
      json.writeEndArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.append('\n').toString();
  }

  static String writePoints(List<KeyPoint> points) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(out)) {
      writePoints(json, points);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  static String writeMarkedAnswers(List<MarkedExample> marked) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(out)) {
      writeMarkedAnswers(json, marked);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  private static void writeMarkedAnswers(JsonGenerator json, List<MarkedExample> marked)
      throws IOException {
    json.writeStartArray();
    for (MarkedExample example : marked) {
      json.writeStartObject();
      json.writeStringField("answer", example.answer());
      json.writeNumberField("score", example.score());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void write(JsonGenerator json, Question question) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", question.id());
    json.writeStringField("prompt", question.prompt());
    json.writeArrayFieldStart("references");
    for (String reference : question.references()) {
      json.writeString(reference);
    }
    json.writeEndArray();
    json.writeFieldName("key_points");
    writePoints(json, question.keyPoints());
    json.writeStringField("rule", question.rule().toString());
    json.writeStringField("topic", question.topic());
    if (!question.markedAnswers().isEmpty()) { // which few questions have
      json.writeFieldName("marked_answers");
      writeMarkedAnswers(json, question.markedAnswers());
    }
    json.writeEndObject();
  }

  private static void writePoints(JsonGenerator json, List<KeyPoint> points) throws IOException {
    json.writeStartArray();
    for (KeyPoint point : points) {
      json.writeStartObject();
      json.writeStringField("label", point.label());
      json.writeArrayFieldStart("phrasings");
      for (String phrasing : point.phrasings()) {
        json.writeString(phrasing);
      }
      json.writeEndArray();
      json.writeNumberField("weight", point.weight());
      json.writeStringField("group", point.group());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
