package docimo.api;

import docimo.access.Scope;
import docimo.exchange.InlineQuestion;
import docimo.exchange.InvalidFieldException;
import docimo.exchange.JsonFields;
import docimo.question.Question;
import docimo.screening.NotFoundException;
import docimo.screening.QuestionRevision;
import docimo.screening.Questions;
import docimo.screening.VersionConflictException;
import io.javalin.http.Context;
import java.util.List;

/** Writes questions into the store and shows their revisions. */
final class QuestionRoutes {

  private static final List<String> FIELDS =
      List.of(
          "id",
          "prompt",
          "topic",
          "references",
          "reference",
          "key_points",
          "rule",
          "marked_answers",
          "version");

  private static final Need WRITE = Need.of(Scope.QUESTIONS_WRITE);
  private static final Need READ = Need.of(Scope.QUESTIONS_WRITE, Scope.REVIEW);

  private final RequestOffice office;
  private final int maxBodyBytes;

  QuestionRoutes(RequestOffice office, int maxBodyBytes) {
    this.office = office;
    this.maxBodyBytes = maxBodyBytes;
  }

  void register(Routes routes) {
    routes.post("/v1/questions", WRITE, this::create);
    routes.put("/v1/questions/{id}", WRITE, this::revise);
    routes.get("/v1/questions/{id}/revisions", READ, this::revisions);
  }

  /** The revisions of a question. */
  private record History(String questionId, List<RevisionView> revisions) {}

  private void create(Context ctx) {
    RequestQuery.requireNone(ctx);
    String actor = Actor.of(ctx);
    JsonFields fields = fields(ctx);
    if (fields.has("version")) {
      throw new InvalidFieldException("/version", "is for PUT; a new question has none");
    }
    String id = Values.required(fields, "id", "send an id of your own for the question");
    QuestionRevision created;
    try {
      created = office.of(ctx).questions().save(question(id, fields), 0, actor);
    } catch (VersionConflictException e) {
      throw new RequestException(
          Problem.of(
                  409,
                  "question-exists",
                  "There is such a question",
                  "The store has a question with this id, at version "
                      + e.actual()
                      + "; PUT /v1/questions/{id} gives it a new revision")
              .at("/id"));
    }
    Reply.version(ctx, created.number());
    Reply.created(ctx, "/v1/questions/" + Reply.segment(id), RevisionView.of(created));
  }

  private void revise(Context ctx) {
    RequestQuery.requireNone(ctx);
    String actor = Actor.of(ctx);
    JsonFields fields = fields(ctx);
    String id = ctx.pathParam("id");
    if (fields.has("id") && !fields.text("id").orElse("").equals(id)) {
      throw new InvalidFieldException("/id", "is not the id in the address; leave it out");
    }
    Question question = question(id, fields);
    long version = Expected.version(ctx, fields);
    Questions questions = office.of(ctx).questions();
    if (questions.newest(id).isEmpty()) {
      throw new NotFoundException("question", id);
    }
    QuestionRevision revised =
        questions.save(question, (int) Math.min(version, Integer.MAX_VALUE), actor);
    Reply.version(ctx, revised.number());
    Reply.json(ctx, RevisionView.of(revised));
  }

  private void revisions(Context ctx) {
    RequestQuery.requireNone(ctx);
    String id = ctx.pathParam("id");
    List<QuestionRevision> history = office.of(ctx).questions().history(id);
    Reply.version(ctx, history.get(history.size() - 1).number());
    Reply.json(ctx, new History(id, history.stream().map(RevisionView::of).toList()));
  }

  private JsonFields fields(Context ctx) {
    return JsonFields.of(RequestBody.json(ctx, maxBodyBytes), "").allow(FIELDS);
  }

  private static Question question(String id, JsonFields fields) {
    if (id.isBlank()) {
      throw new InvalidFieldException("/id", "must not be blank");
    }
    Values.required(fields, "prompt", "send what the candidate is asked");
    Question content = InlineQuestion.read("prompt", fields);
    if (content.references().isEmpty()) {
      throw new InvalidFieldException(
          "/references", "is missing or blank; without a reference answer nothing can be marked");
    }
    return new Question(
        id,
        content.prompt(),
        content.references(),
        content.keyPoints(),
        content.rule(),
        fields.text("topic").filter(topic -> !topic.isBlank()).orElse(null),
        content.markedAnswers());
  }
}
