package docimo.screening;

import docimo.question.Question;

/** Questions as texts (port). Stateless and thread-safe. */
public interface QuestionCodec {

  /** The question, with all that is in it. */
  String write(Question question);

  /**
   * The question of such a text, letter by letter as it was.
   *
   * @throws IllegalArgumentException when it is none; the message has nothing of the text
   */
  Question read(String text);
}
