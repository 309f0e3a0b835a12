package docimo.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import docimo.batch.BatchInput;
import docimo.batch.BatchOutput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CsvResultsTest {

  private static final String HEADER =
      "row,answer_id,status,score,band,reason,message,question_id,feedback,doubt,review,flags";

  @Test
  void rowHasTheMainColumnsAndAFailedOneItsMessage() throws IOException {
    List<String> lines =
        fromJson(
            """
            {"id":"a","question_id":"cache","answer":"It keeps copies of slow data."}
            {"id":"b"}

            {"id":"c","question_id":"x","answer":""}
            {"id":"d","question_id":"cache","answer":""}
            """);

    assertThat(lines.get(0)).isEqualTo(HEADER);
    assertThat(lines.get(1)).matches("1,a,graded,[01]\\.\\d+,\\w+,,,cache,.+,0\\.\\d+,,");
    assertThat(lines.get(2))
        .isEqualTo(
            "2,b,failed,,,answer_missing,"
                + "\"line 2: the row has no 'answer'; add it, if need be empty\",,,,,");
    assertThat(lines.get(3))
        .startsWith("3,c,failed,,,question_not_found,line 4: no question")
        .endsWith(",x,,,,");
    assertThat(lines.get(4))
        .startsWith("4,d,not_gradable,,,answer_empty,The answer is empty.,cache,");
    assertThat(lines).hasSize(5);
  }

  @Test
  void otherColumnsOfTheInputFollowInItsOrder() throws IOException {
    List<String> lines =
        fromCsv(
            """
            Cohort,answer_id,id,question_id,answer,human mark,empty
            spring,a,17,cache,It keeps copies of slow data.,0.50,
            ,b,18,x,It keeps copies.,,
            fall,c,19,cache
            """);

    assertThat(lines.get(0)).isEqualTo(HEADER + ",Cohort,id,human mark,empty");
    assertThat(lines.get(1)).startsWith("1,a,graded,").endsWith(",spring,17,0.50,");
    assertThat(lines.get(2)).startsWith("2,b,failed,").endsWith(",x,,,,,,18,,");
    assertThat(lines.get(3)).startsWith("3,,failed,,,invalid_csv,").endsWith(",,,,,,,,,");
  }

  @Test
  void columnsThatClashWithOursAreRenamedAlikeInEveryRow() throws IOException {
    List<String> lines =
        fromCsv(
            """
            id,question_id,answer,score,input_score,message,row
            a,cache,It keeps copies.,s1,i1,m1,r1
            b,cache,It keeps copies.,s2,,m2,r2
            """);

    assertThat(lines.get(0))
        .isEqualTo(HEADER + ",input_input_score,input_score,input_message,input_row");
    assertThat(lines.get(1)).endsWith(",s1,i1,m1,r1");
    assertThat(lines.get(2)).endsWith(",s2,,m2,r2");
  }

  @Test
  void noTextIsTakenForAFormulaByASpreadsheet() throws IOException {
    List<String> lines =
        fromCsv(
            """
            id,=HYPERLINK(),sum
            =1+1,@SUM,-0.5
            -1+cmd,a=b,+7
            """);

    assertThat(lines.get(0)).endsWith(",'=HYPERLINK(),sum");
    assertThat(lines.get(1)).startsWith("1,'=1+1,").endsWith(",'@SUM,-0.5");
    assertThat(lines.get(2)).startsWith("2,'-1+cmd,").endsWith(",a=b,+7");
  }

  @Test
  void tsvIsSeparatedByTabs() throws IOException {
    assertThat(results("in.jsonl", "{\"id\":\"b\"}", "out.tsv").get(1))
        .startsWith("1\tb\tfailed\t\t\tanswer_missing\tline 1: the row");
  }

  private static List<String> fromJson(String file) throws IOException {
    return results("in.jsonl", file, "out.csv");
  }

  private static List<String> fromCsv(String file) throws IOException {
    return results("in.csv", file, "out.csv");
  }

  private static List<String> results(String in, String file, String out) throws IOException {
    StringWriter written = new StringWriter();
    try (BatchInput input =
            BatchFiles.open(
                in,
                new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)),
                BatchRows.BANK);
        BatchOutput output = BatchFiles.csv(out, input.carriedNames(), written)) {
      BatchRows.mark(input, output);
    }
    return List.of(written.toString().split("\r\n"));
  }
}
