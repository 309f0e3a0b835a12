package docimo.exchange;

import docimo.grading.Grade;
import docimo.screening.GradeCodec;

/** Grades as JSON on one line, as they go over the wire. Stateless and thread-safe. */
public final class GradeJson implements GradeCodec {

  @Override
  public String write(Grade grade) {
    return Json.write(grade);
  }

  @Override
  public Grade read(String text) {
    return Json.read(text, Grade.class);
  }
}
