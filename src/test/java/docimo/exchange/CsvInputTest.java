package docimo.exchange;

import static docimo.exchange.BatchRows.broken;
import static docimo.exchange.BatchRows.markable;
import static docimo.exchange.BatchRows.read;
import static org.assertj.core.api.Assertions.assertThat;

import docimo.batch.BatchRow;
import docimo.question.KeyPoint;
import docimo.question.MarkedExample;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CsvInputTest {

  @Test
  void readsEveryColumn() {
    BatchRow.Markable row =
        markable(
            only(
                """
                Answer ID,Question,Reference,ANSWER,Key Points,Rule,Candidate Ref,Purpose,Cohort
                a1,What is toast?,Hot bread.,"Warm, brown bread",bread | heat,any 1,c9,screening,spring
                """));

    assertThat(row.answerId()).isEqualTo("a1");
    assertThat(row.answer().text()).isEqualTo("Warm, brown bread");
    assertThat(row.answer().candidateRef()).isEqualTo("c9");
    assertThat(row.question().prompt()).isEqualTo("What is toast?");
    assertThat(row.question().references()).containsExactly("Hot bread.");
    assertThat(row.question().keyPoints())
        .containsExactly(KeyPoint.of("bread"), KeyPoint.of("heat"));
    assertThat(row.question().rule()).hasToString("any 1");
    assertThat(row.carried().keySet()).containsExactly("Cohort");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "id,question_id,answer\n1,cache,It keeps copies\n",
        "ID,Question ID,Answer\n1,cache,It keeps copies\n",
        " id , QUESTION_ID , answer \n1,cache,It keeps copies\n",
        "\"id\",\"question_id\",\"answer\"\n\"1\",\"cache\",\"It keeps copies\"\n",
        "answer_id;question_id;answer\n1;cache;It keeps copies\n",
        "answer_id\tquestion_id\tanswer\n1\tcache\tIt keeps copies\n",
        "answer,question_id,id\r\nIt keeps copies,cache,1\r\n",
        "\uFEFFid,question_id,answer\n1,cache,It keeps copies",
        "\n\nid,question_id,answer\n\n1,cache,It keeps copies\n\n"
      })
  void headerMayBeWrittenInManyWays(String file) {
    BatchRow.Markable row = markable(only(file));

    assertThat(row.answerId()).isEqualTo("1");
    assertThat(row.answer().text()).isEqualTo("It keeps copies");
    assertThat(row.question().id()).isEqualTo("cache");
  }

  @Test
  void semicolonsAndCommasInsideValuesStayThere() {
    assertThat(
            markable(only("id;reference;answer\n1;\"Hot; brown\";warm, brown\n"))
                .question()
                .references())
        .containsExactly("Hot; brown");
    assertThat(markable(only("id,reference,answer\n1,r,one; two; three; four\n")).answer().text())
        .isEqualTo("one; two; three; four");
  }

  @Test
  void tabSeparatedFileGoesByItsName() {
    assertThat(
            markable(read("in.tsv", "id\treference\tanswer\n1\tr\ta, b\n").get(0)).answer().text())
        .isEqualTo("a, b");
  }

  @Test
  void quotedValuesMayHaveLineEndsAndQuotes() {
    List<BatchRow> rows =
        read(
            "in.csv",
            "id,reference,answer\n1,r,\"first\nsecond, \"\"third\"\"\r\n\r\nfourth\"\n2,r,b\n");

    assertThat(markable(rows.get(0)).answer().text())
        .isEqualTo("first\nsecond, \"third\"\r\n\r\nfourth");
    assertThat(markable(rows.get(1)).number()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "a|b, a;b",
    "a | b, a;b",
    "P(A|B) | P(B), P(A|B);P(B)",
    "a | , a",
  })
  void keyPointsAreSeparatedByBars(String cell, String points) {
    assertThat(
            markable(only("reference,answer,key_points\nr,a," + cell + "\n"))
                .question()
                .keyPoints())
        .extracting(KeyPoint::label)
        .containsExactly(points.split(";"));
  }

  @Test
  void markedAnswersAreAListOfJson() {
    String rows =
        "reference,answer,marked_answers\nr,a,\"[{\"\"answer\"\":\"\"b\"\",\"\"score\"\":1}]\"\n";

    assertThat(markable(only(rows)).question().markedAnswers())
        .containsExactly(new MarkedExample("b", 1));
  }

  @Test
  void emptyAnswerIsAnAnswerAndEmptyCellsElsewhereAreNothing() {
    BatchRow.Markable row = markable(only("id,reference,answer,purpose,cohort\n1,r,,,\n"));

    assertThat(row.answer().text()).isEmpty();
    assertThat(row.carried()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1,r", "1,r,a,extra"})
  void raggedRowIsARowThatSaysSoAndTheNextIsRead(String row) {
    List<BatchRow> rows = read("in.csv", "id,reference,answer\n" + row + "\n2,r,b\n");

    assertThat(rows).hasSize(2);
    assertThat(broken(rows.get(0)).code()).isEqualTo("invalid_csv");
    assertThat(broken(rows.get(0)).message())
        .isEqualTo("line 2: the row has " + row.split(",").length + " fields, the header 3");
    assertThat(markable(rows.get(1)).answerId()).isEqualTo("2");
  }

  @Test
  void messageNamesTheLineThatTheRowBeginsOn() {
    List<BatchRow> rows =
        read("in.csv", "id,reference,answer\n\n1,r,\"two\nlines\"\n\n2,r\n3,r,b,c\n");

    assertThat(rows).extracting(BatchRow::number).containsExactly(1L, 2L, 3L);
    assertThat(broken(rows.get(1)).message()).startsWith("line 6: ");
    assertThat(broken(rows.get(2)).message()).startsWith("line 7: ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "id,question_id,answer ~ 1,cache,a,b ~ 1",
        "question_id,answer_id,answer ~ cache,1,a,b ~ 1",
        "id,answer_id,answer ~ 2,1,a,b ~ 1",
        "id,question_id,answer ~ 1,cache,caf\uDC80 ~ 1",
        "answer,id,question_id ~ a,b,1,cache ~ ",
        "cohort,id,answer ~ spring,fall,1,a ~ ",
        "id,question_id,answer ~ ,cache,a,b ~ "
      })
  void brokenRowKeepsItsIdWhereNoCellCanHaveSlipped(String header, String row, String id) {
    byte[] file = (header + "\n" + row + "\n").getBytes(Charset.forName("windows-1252"));
    if (row.indexOf('\uDC80') >= 0) {
      file[file.length - 2] = (byte) 0xE9;
    }

    assertThat(broken(read("in.csv", file).get(0)).answerId()).isEqualTo(id);
  }

  @Test
  void missingColumnsAreSaidInEachRow() {
    List<BatchRow> rows = read("in.csv", "id,text\n1,a\n2,b\n");

    assertThat(rows)
        .allSatisfy(row -> assertThat(broken(row).message()).contains("no 'answer'; add it"))
        .extracting(BatchRow::answerId)
        .containsExactly("1", "2");
  }

  @Test
  void sameNameTwiceInTheHeaderIsRefused() {
    BatchRow.Broken row = broken(only("id,answer,Answer\n1,a,b\n"));

    assertThat(row.code()).isEqualTo("invalid_csv");
    assertThat(row.message()).contains("same name twice; rename one");
  }

  /** Where the next row begins nobody can tell: it must not become part of an answer. */
  @ParameterizedTest
  @ValueSource(strings = {"\"b", "\"b\"c", "\"He said \"no\" twice\""})
  void quotationMarksThatDoNotMatchEndTheFileWithARowThatSaysSo(String answer) {
    List<BatchRow> rows = read("in.csv", "id,reference,answer\n1,r,a\n2,r," + answer + "\n3,r,c\n");

    assertThat(rows).hasSize(2);
    assertThat(markable(rows.get(0)).answerId()).isEqualTo("1");
    assertThat(broken(rows.get(1)).code()).isEqualTo("invalid_csv");
    assertThat(broken(rows.get(1)).message())
        .isEqualTo(
            "line 2: from the row after this on the file is not valid CSV;"
                + " mend its quotation marks");
  }

  @Test
  void bytesThatAreNoTextAreARowThatSaysSo() {
    byte[] file =
        "id,reference,answer\n1,r,caf\u00E9\n2,r,b\n".getBytes(Charset.forName("windows-1252"));

    List<BatchRow> rows = read("in.csv", file);

    assertThat(broken(rows.get(0)).code()).isEqualTo("unreadable_row");
    assertThat(broken(rows.get(0)).message()).contains("save the file as UTF-8");
    assertThat(markable(rows.get(1)).answerId()).isEqualTo("2");
  }

  @Test
  void utf16OfASpreadsheetIsRead() {
    String file = "\uFEFFid\treference\tanswer\r\n1\tr\tcaf\u00E9\r\n";

    assertThat(
            markable(read("in.csv", file.getBytes(StandardCharsets.UTF_16LE)).get(0))
                .answer()
                .text())
        .isEqualTo("caf\u00E9");
    assertThat(
            markable(read("in.csv", file.getBytes(StandardCharsets.UTF_16BE)).get(0))
                .answer()
                .text())
        .isEqualTo("caf\u00E9");
  }

  @Test
  void binaryFileIsRowsThatSaySo() {
    byte[] file = new byte[4096];
    new java.util.Random(5).nextBytes(file);

    assertThat(read("in.csv", file))
        .allSatisfy(row -> assertThat(broken(row).message()).isNotBlank());
  }

  @Test
  void fileWithoutRowsHasNone() {
    assertThat(read("in.csv", "")).isEmpty();
    assertThat(read("in.csv", "id,answer\n")).isEmpty();
  }

  @Test
  void answerOfTwoMegabytesIsRead() {
    String answer = "word ".repeat(400_000);

    assertThat(markable(only("reference,answer\nr,\"" + answer + "\"\n")).answer().text())
        .isEqualTo(answer);
  }

  @Test
  void valueOverTheBoundIsARowThatSaysSo() {
    BatchRow.Broken row =
        broken(only("reference,answer\nr,\"" + "x".repeat(17 * 1024 * 1024) + "\"\n"));

    assertThat(row.code()).isEqualTo("invalid_csv");
  }

  private static BatchRow only(String file) {
    List<BatchRow> rows = read("in.csv", file);
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }
}
