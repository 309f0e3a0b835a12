package docimo.screening;

import docimo.grading.Grade;

/** Grades as texts (port). Stateless and thread-safe. */
public interface GradeCodec {

  /** The grade as it goes over the wire; the same grade gives the same text. */
  String write(Grade grade);

  /**
   * The grade of such a text, also of one that an older docimo wrote.
   *
   * @throws IllegalArgumentException when it is none; the message has nothing of the text
   */
  Grade read(String text);
}
