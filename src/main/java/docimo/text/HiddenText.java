package docimo.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognises markup that hides text from people who look at it: white letters, letters of no size,
 * what is not displayed. Such text is marked like any other, so that nothing is lost. Stateless and
 * thread-safe.
 */
public final class HiddenText {

  private static final int MOST = 20;

  private static final Pattern TAG =
      Pattern.compile(
          "<[a-zA-Z][^<>]{0,200}?(?:color\\s*[:=]\\s*[\"']?(?:white|transparent|#fff(?:fff)?\\b"
              + "|rgba?\\(\\s*255\\s*,\\s*255\\s*,\\s*255)|display\\s*:\\s*none"
              + "|visibility\\s*:\\s*hidden|font-size\\s*:\\s*0|opacity\\s*:\\s*0(?![.\\d])"
              + "|\\shidden(?=[\\s>=]))[^<>]{0,200}>",
          Pattern.CASE_INSENSITIVE);

  private HiddenText() {}

  /**
   * The tags that hide what follows them.
   *
   * @return start and end of each in the text, in order, twenty at most
   */
  public static List<int[]> in(String text) {
    List<int[]> places = new ArrayList<>();
    if (text.indexOf('<') >= 0) {
      Matcher tag = TAG.matcher(text);
      while (places.size() < MOST && tag.find()) {
        places.add(new int[] {tag.start(), tag.end()});
      }
    }
    return places;
  }
}
