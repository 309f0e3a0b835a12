package docimo.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Groups answers by their questions, which are numbered from 0. */
final class Questions {

  private Questions() {}

  /** Numbers the questions in the order in which they first occur. */
  static int[] number(List<String> keys) {
    Map<String, Integer> numbers = new HashMap<>();
    int[] questions = new int[keys.size()];
    for (int i = 0; i < questions.length; i++) {
      Integer next = numbers.size();
      Integer known = numbers.putIfAbsent(keys.get(i), next);
      questions[i] = known == null ? next : known;
    }
    return questions;
  }

  /**
   * The answers to each question.
   *
   * @param questions the number of each answer's question; the count of questions follows from the
   *     highest, and a number that none has gives a question without answers
   * @param answers how many answers there are
   * @throws IllegalArgumentException when not every answer has a question, or a number is negative
   */
  static int[][] rows(int[] questions, int answers) {
    if (questions.length != answers) {
      throw new IllegalArgumentException(
          "there are " + questions.length + " questions of " + answers + " answers");
    }
    int count = 0;
    for (int question : questions) {
      if (question < 0) {
        throw new IllegalArgumentException("a question has the number " + question);
      }
      count = Math.max(count, question + 1);
    }
    int[] sizes = new int[count];
    for (int question : questions) {
      sizes[question]++;
    }
    int[][] rows = new int[count][];
    for (int question = 0; question < count; question++) {
      rows[question] = new int[sizes[question]];
    }
    for (int i = questions.length - 1; i >= 0; i--) {
      rows[questions[i]][--sizes[questions[i]]] = i;
    }
    return rows;
  }

  /**
   * The mean of machine less human mark for each question that has answers, in order of number:
   * above 0 the machine is lenient with the answers to that question.
   */
  static double[] meanErrors(double[] machine, double[] human, int[] questions) {
    Agreement.requireParallel(machine, human);
    List<Double> errors = new ArrayList<>();
    for (int[] rows : rows(questions, machine.length)) {
      double sum = 0;
      for (int row : rows) {
        sum += machine[row] - human[row];
      }
      if (rows.length > 0) {
        errors.add(sum / rows.length);
      }
    }
    return errors.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
