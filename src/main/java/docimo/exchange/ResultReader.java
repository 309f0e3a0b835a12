package docimo.exchange;

import docimo.evaluation.OtherMark;
import docimo.evaluation.OtherMarks;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads marks from a file of results, a JSON object a line as {@code docimo batch} writes them:
 * {@code answer_id}, {@code score} in [0, 1] or null, and perhaps {@code dataset} and {@code
 * split}. Other fields are not looked at.
 */
public final class ResultReader {

  private ResultReader() {}

  /**
   * All marks of a file.
   *
   * @param source names the file in messages
   * @param in buffered; closed at the end
   * @throws DataFormatException when a line cannot be understood
   * @throws IOException when the file cannot be read
   */
  public static OtherMarks read(String source, InputStream in) throws IOException {
    List<OtherMark> marks = new ArrayList<>();
    try (ObjectLines lines = new ObjectLines(source, in)) {
      for (OtherMark mark = lines.next(ResultReader::mark);
          mark != null;
          mark = lines.next(ResultReader::mark)) {
        marks.add(mark);
      }
    }
    return new OtherMarks(marks);
  }

  private static OtherMark mark(JsonFields fields) {
    return new OtherMark(
        fields.text("dataset").orElse(null),
        fields.text("split").orElse(null),
        fields
            .text("answer_id")
            .orElseThrow(
                () ->
                    new InvalidFieldException(
                        fields.pointer("answer_id"), "is missing; every result needs it")),
        MarkedAnswerReader.share(fields, "score").orElse(null));
  }
}
