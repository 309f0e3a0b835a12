package docimo.cli;

/** Answers with human marks, in our own words. */
final class MarkedRows {

  private static final String ROWS =
      """
      {"dataset":"NAME","split":"train","question_id":"q1","question":"What does a cache do?","references":["It keeps results that were computed before, so that they need not be computed again."],"answer_id":"a1","answer":"It keeps computed results so that nobody has to compute them again.","score":1.0,"asag2024_score":1.0}
      {"dataset":"NAME","split":"train","question_id":"q1","question":"What does a cache do?","references":["It keeps results that were computed before, so that they need not be computed again."],"answer_id":"a2","answer":"It is a kind of printer for large paper.","score":0.0,"asag2024_score":0.0}
      {"dataset":"NAME","split":"train","question_id":"q1","question":"What does a cache do?","references":["It keeps results that were computed before, so that they need not be computed again."],"answer_id":"a3","answer":"It keeps results.","score":0.5,"asag2024_score":0.5}
      {"dataset":"NAME","split":"train","question_id":"q2","question":"What is a mutex for?","references":["Only one thread at a time may hold it, which protects shared data."],"answer_id":"a4","answer":"Shared data are protected, as one thread at a time may hold it.","score":0.9,"asag2024_score":0.9}
      {"dataset":"NAME","split":"train","question_id":"q2","question":"What is a mutex for?","references":["Only one thread at a time may hold it, which protects shared data."],"answer_id":"a5","answer":"It makes the screen brighter at night.","score":0.1,"asag2024_score":0.1}
      {"dataset":"NAME","split":"train","question_id":"q2","question":"What is a mutex for?","references":["Only one thread at a time may hold it, which protects shared data."],"answer_id":"a6","answer":"","score":0.0,"asag2024_score":0.0}
      """;

  private MarkedRows() {}

  /** Six answers to two questions of a data set; one of them is empty. */
  static String of(String dataset) {
    return ROWS.replace("NAME", dataset);
  }
}
