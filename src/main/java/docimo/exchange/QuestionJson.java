package docimo.exchange;

import docimo.question.Question;
import docimo.screening.QuestionCodec;

/**
 * Questions as JSON on one line, letter by letter: unlike a bank, which tidies what people typed.
 * Stateless and thread-safe.
 */
public final class QuestionJson implements QuestionCodec {

  @Override
  public String write(Question question) {
    return Json.write(question);
  }

  @Override
  public Question read(String text) {
    return Json.read(text, Question.class);
  }
}
