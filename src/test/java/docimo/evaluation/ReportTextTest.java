package docimo.evaluation;

import static docimo.evaluation.Answers.judgement;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Reports as people see them. */
final class ReportTextTest {

  private static final List<Judgement> JUDGEMENTS =
      List.of(
          judgement("stacks", "What is a stack?", "1", 1.0, 0.9),
          judgement("stacks", "What is a stack?", "2", 0.4, 0.5),
          judgement("stacks", "What is a queue?", "3", 0.6, 0.7),
          judgement("stacks", "What is a queue?", "4", 0.0, null),
          judgement("heaps", "What is a heap?", "5", 1.0, 0.6),
          judgement("heaps", "What is a heap?", "6", 0.5, 0.6));

  private static final Evaluation PLAIN = new Evaluation(Protocol.PLAIN, new Bootstrap(50, 1));

  @Test
  void reportIsATable() {
    assertThat(ReportText.of(PLAIN.report(JUDGEMENTS)))
        .isEqualTo(
            """
            Agreement with human marks, protocol plain; RMSE, q-error and bias on the scale 0 to 1
            in brackets: 95 % interval by bootstrap over questions, 50 resamples, seed 1

            data set  questions  answers  no mark              r            rho           RMSE          wRMSE          kappa          order        q-error    bias  within
            stacks            2        4        1          0.974          1.000          0.087          0.087          0.969          1.000          0.025  +0.025       -
                                                   [0.974 1.000]  [1.000 1.000]  [0.071 0.100]  [0.071 0.100]  [0.923 0.977]  [1.000 1.000]  [0.000 0.050]
            heaps             1        2        0              -              -          0.292          0.292          0.000          0.500          0.150  -0.150       -
            mean                                               -              -          0.189          0.189          0.485          0.750          0.088

            Mean human mark (and answers) where docimo gave
            data set   0.0-  0.1-  0.2-  0.3-  0.4-   0.5-   0.6-   0.7-  0.8-   0.9-
            stacks    0.000     -     -     -     -  0.400      -  0.600     -  1.000
                        (1)   (0)   (0)   (0)   (0)    (1)    (0)    (1)   (0)    (1)
            heaps         -     -     -     -     -      -  0.750      -     -      -
                        (0)   (0)   (0)   (0)   (0)    (0)    (2)    (0)   (0)    (0)
            """);
  }

  @Test
  void comparisonIsATable() {
    OtherMarks others =
        new OtherMarks(
            List.of(
                new OtherMark(null, null, "1", 0.4),
                new OtherMark(null, null, "2", 0.4),
                new OtherMark(null, null, "4", 0.3)));
    assertThat(ReportText.of(PLAIN.compare(JUDGEMENTS, others)))
        .isEqualTo(
            """
            Difference of docimo from the second file, on the 3 of 6 answers that both have
            in brackets: 95 % interval; hardly chance where 0 is outside

            data set  answers              r            rho             RMSE            wRMSE          kappa          order          q-error
            stacks          3         +0.181         +0.134           -0.306           -0.306         +0.806         +0.500           -0.300
                               [0.181 0.181]  [0.134 0.134]  [-0.324 -0.300]  [-0.324 -0.300]  [0.806 0.923]  [0.500 0.500]  [-0.300 -0.300]
            mean                      +0.181         +0.134           -0.306           -0.306         +0.806         +0.500           -0.300
            """);
  }
}
