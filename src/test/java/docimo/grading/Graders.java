package docimo.grading;

import docimo.app.Application;
import docimo.app.Banks;
import docimo.app.Models;
import docimo.question.KeyPoint;
import docimo.question.Question;
import docimo.question.Rule;
import docimo.text.TextAnalyzer;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** The grader as it ships, with a clock that stands still and one id for all, loaded once. */
final class Graders {

  static final TextAnalyzer ANALYZER = Application.textAnalyzer(new Models());
  static final Grader GRADER =
      Application.start(
              new Models(),
              Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC),
              () -> "grade-1")
          .grader();
  static final List<Question> BANK = Banks.bundled().questions();

  static final Question DROPOUT =
      question(
          "What is dropout?",
          "Dropout switches off random neurons during training. All neurons work at prediction.",
          "all",
          new KeyPoint(
              "random neurons are switched off in training",
              List.of("ignores random units"),
              2,
              null),
          KeyPoint.of("every neuron works at prediction time"));

  private Graders() {}

  static Question question(String prompt, String reference) {
    return Question.inline(prompt, List.of(reference), List.of(), Rule.ALL);
  }

  static Question question(String prompt, String reference, String rule, KeyPoint... points) {
    return Question.inline(prompt, List.of(reference), List.of(points), Rule.parse(rule));
  }

  static Grade grade(Question question, String answer) {
    return GRADER.grade(question, Answer.of(answer));
  }
}
