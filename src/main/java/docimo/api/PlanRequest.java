package docimo.api;

import com.fasterxml.jackson.databind.JsonNode;
import docimo.exchange.InvalidFieldException;
import docimo.exchange.JsonFields;
import docimo.grading.Answer;
import docimo.screening.InvalidValueException;
import docimo.screening.Resubmission;
import docimo.screening.Retention;
import docimo.screening.ReviewBand;
import docimo.screening.ScreeningPlan;
import docimo.screening.WeightedQuestion;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Reads what people decide about a screening. What is left out has its default. */
final class PlanRequest {

  static final List<String> FIELDS =
      List.of(
          "title",
          "purpose",
          "questions",
          "review_policy",
          "blind_review",
          "retention_days",
          "resubmission",
          "bands");

  private static final List<String> QUESTION_FIELDS = List.of("question_id", "weight");
  private static final List<String> BAND_FIELDS = List.of("name", "from");

  private PlanRequest() {}

  /**
   * @throws InvalidFieldException when a field is missing or not what it must be
   * @throws InvalidValueException when one is out of its range
   */
  static ScreeningPlan read(JsonFields fields) {
    return new ScreeningPlan(
        Values.required(fields, "title", "send a title for people"),
        fields.choice("purpose", Answer.Purpose.SCREENING),
        questions(fields),
        PolicyFields.read(fields.value("review_policy"), fields.pointer("review_policy")),
        Values.flag(fields, "blind_review", false),
        fields.has("retention_days")
            ? new Retention(Values.whole(fields, "retention_days"))
            : Retention.DEFAULT,
        fields.choice("resubmission", Resubmission.LAST),
        bands(fields));
  }

  private static List<WeightedQuestion> questions(JsonFields fields) {
    if (!fields.has("questions")) {
      throw new InvalidFieldException(
          fields.pointer("questions"), "is missing; send a list of {\"question_id\", \"weight\"}");
    }
    List<WeightedQuestion> questions = new ArrayList<>();
    List<JsonNode> items = fields.items("questions");
    for (int i = 0; i < items.size(); i++) {
      JsonFields item =
          JsonFields.of(items.get(i), fields.pointer("questions") + "/" + i).allow(QUESTION_FIELDS);
      String id = Values.required(item, "question_id", "send the id of a question of the store");
      double weight = item.number("weight").orElse(1.0);
      questions.add(inside(item, () -> new WeightedQuestion(id, weight)));
    }
    return questions;
  }

  private static List<ReviewBand> bands(JsonFields fields) {
    List<ReviewBand> bands = new ArrayList<>();
    List<JsonNode> items = fields.items("bands");
    for (int i = 0; i < items.size(); i++) {
      JsonFields item =
          JsonFields.of(items.get(i), fields.pointer("bands") + "/" + i).allow(BAND_FIELDS);
      String name = Values.required(item, "name", "send a name for people");
      double from = Values.number(item, "from", "send the lowest score in it, from 0 to 1");
      try {
        bands.add(new ReviewBand(name, from));
      } catch (InvalidValueException e) {
        throw new InvalidFieldException(fields.pointer("bands") + "/" + i, e.problem());
      }
    }
    return bands;
  }

  /** Points into the item where the domain names a field of it. */
  private static <T> T inside(JsonFields item, Supplier<T> made) {
    try {
      return made.get();
    } catch (InvalidValueException e) {
      throw new InvalidFieldException(item.pointer(e.field()), e.problem());
    }
  }
}
