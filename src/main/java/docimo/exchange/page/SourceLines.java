package docimo.exchange.page;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Markdown as people type it, set right where the standard would read something else than they
 * meant: items indented by two spaces below a numbered one are nested, prose glued to the last item
 * of a list is a paragraph of its own, a heading may lack the space after its marks. Code stays as
 * it is. Also remembers which line came from where.
 */
public final class SourceLines {

  private static final Pattern MARKER =
      Pattern.compile("([-*+]|\\d{1,9}[.)])(?:([ \\t]+)\\S.*|[ \\t]*)", Pattern.DOTALL);
  private static final Pattern FENCE = Pattern.compile("(`{3,}+|~{3,}+)(.*)", Pattern.DOTALL);
  private static final Pattern SPACELESS_HEADING =
      Pattern.compile("(#{2,6}+)([\\p{L}\\p{N}*_].*)", Pattern.DOTALL);
  private static final Pattern SENTENCE_END =
      Pattern.compile(".*[.!?][\"'”’)\\]*_`]{0,4}+", Pattern.DOTALL);
  private static final Pattern NEW_SENTENCE =
      Pattern.compile("[*_\"“(]{0,3}+[\\p{Lu}\\p{Lt}].*", Pattern.DOTALL);
  private static final Pattern NOTE =
      Pattern.compile("(?:NOTE|Note|NB|N\\.B\\.)\\s*[-:–].*", Pattern.DOTALL);
  private static final Pattern FORMULA =
      Pattern.compile("[\\p{L}\\p{N}_()\\[\\],'^ ]{1,30}+=[^=].{0,80}+");
  private static final int CODE_INDENT = 4;

  /** An open list item: the columns of its marker and content, and where its content went. */
  private record Item(int marker, int content, int newContent) {}

  private final StringBuilder text = new StringBuilder();
  private final Deque<Item> items = new ArrayDeque<>();
  private int[] origins = new int[64];
  private int count;

  private String previous = "";
  private boolean afterBlank = true;
  private @Nullable String fence;
  private int fenceLine;
  private int fenceShift;
  private int commentLine;

  private SourceLines() {}

  /** Sets the lines of a text right; the text has {@code '\n'} line ends only. */
  public static SourceLines of(String source, int firstLine) {
    SourceLines lines = new SourceLines();
    int number = firstLine;
    for (int start = 0; start <= source.length(); number++) {
      int end = source.indexOf('\n', start);
      end = end < 0 ? source.length() : end;
      lines.read(source.substring(start, end), number);
      start = end + 1;
    }
    return lines;
  }

  String text() {
    return text.toString();
  }

  /** The 1-based line of the source that this 0-based line of the {@link #text} came from. */
  int lineOf(int index) {
    return count == 0 ? 1 : origins[Math.min(index, count - 1)];
  }

  /** The line of a code fence that is never closed; 0 when there is none. */
  public int unclosedFence() {
    return fence == null ? 0 : fenceLine;
  }

  /** The line of a comment that is never closed; 0 when there is none. */
  public int unclosedComment() {
    return commentLine;
  }

  private void read(String line, int number) {
    int indent = indentOf(line);
    String body = line.stripLeading();
    if (fence != null) {
      readFenced(line, body, number);
    } else if (commentLine > 0) {
      emit(line, number);
      commentLine = line.contains("-->") ? 0 : commentLine;
    } else if (body.isEmpty()) {
      emit("", number);
      afterBlank = true;
    } else {
      readText(indent, body, number);
      previous = body;
      afterBlank = false;
    }
  }

  private void readFenced(String line, String body, int number) {
    emit(shift(line, fenceShift), number);
    String open = fence == null ? "" : fence;
    String stripped = body.stripTrailing();
    boolean closes =
        stripped.length() >= open.length()
            && stripped.startsWith(open)
            && stripped.chars().allMatch(c -> c == open.charAt(0));
    if (closes) {
      fence = null;
      previous = "";
      afterBlank = false;
    }
  }

  private void readText(int indent, String body, int number) {
    boolean code = items.isEmpty() && indent >= CODE_INDENT;
    Matcher marker = MARKER.matcher(body);
    if (code) {
      emit(" ".repeat(indent) + body, number);
    } else if (marker.matches() && !isRuler(body)) {
      readItem(indent, body, marker, number);
    } else {
      readOther(indent, body, number);
    }
  }

  private void readItem(int indent, String body, Matcher marker, int number) {
    closeItems(indent);
    Item parent = items.peek();
    int column = parent == null ? Math.min(indent, CODE_INDENT - 1) : parent.newContent();
    String spaces = marker.group(2) == null ? " " : marker.group(2);
    int width = marker.group(1).length() + (spaces.length() > CODE_INDENT ? 1 : spaces.length());
    // Only "1." may begin a list without a blank line before it.
    if (parent != null
        && !afterBlank
        && Character.isDigit(body.charAt(0))
        && !body.startsWith("1")) {
      emit("", number);
    }
    items.push(new Item(indent, indent + width, column + width));
    emit(" ".repeat(column) + body, number);
    openFence(body.substring(Math.min(body.length(), width)), column - indent, number);
    openComment(body, number);
  }

  private void readOther(int indent, String body, int number) {
    boolean lazy = !afterBlank && isProse(body);
    Item last = items.peek();
    if (lazy && last != null && indent < last.marker() + 2) {
      if (indent < 2 && startsAfresh(body)) {
        items.clear();
        emit("", number);
      }
      emit(" ".repeat(indent) + body, number);
      return;
    }
    if (lazy && last == null && (isNote(body) || isNextFormula(body))) {
      emit("", number);
    }
    closeItems(indent);
    Item parent = items.peek();
    int column =
        parent == null ? indent : parent.newContent() + Math.max(0, indent - parent.content());
    if (parent == null && column >= CODE_INDENT && afterBlank && indent < CODE_INDENT) {
      column = 0;
    }
    emit(" ".repeat(column) + withSpace(body), number);
    openFence(body, column - indent, number);
    openComment(body, number);
  }

  private void closeItems(int indent) {
    while (!items.isEmpty() && indent < items.element().marker() + 2) {
      items.pop();
    }
  }

  /** A sentence that begins where another ended, and not below the item's text. */
  private boolean startsAfresh(String body) {
    return SENTENCE_END.matcher(previous.stripTrailing()).matches()
        && NEW_SENTENCE.matcher(body).matches();
  }

  private boolean isNote(String body) {
    return NOTE.matcher(body).matches() && SENTENCE_END.matcher(previous.stripTrailing()).matches();
  }

  /** Formulas on lines of their own are no wrapped prose. */
  private boolean isNextFormula(String body) {
    return FORMULA.matcher(body).matches() && FORMULA.matcher(previous).matches();
  }

  private static boolean isProse(String body) {
    return "#>|<`~=".indexOf(body.charAt(0)) < 0 && !isRuler(body);
  }

  private static boolean isRuler(String body) {
    char mark = body.charAt(0);
    int marks = 0;
    for (int at = 0; at < body.length(); at++) {
      char c = body.charAt(at);
      if (c != mark && c != ' ' && c != '\t') {
        return false;
      }
      marks += c == mark ? 1 : 0;
    }
    return marks >= 3 && "-*_".indexOf(mark) >= 0;
  }

  private static String withSpace(String body) {
    Matcher heading = SPACELESS_HEADING.matcher(body);
    return heading.matches() ? heading.group(1) + " " + heading.group(2) : body;
  }

  private void openFence(String body, int shift, int number) {
    Matcher matcher = FENCE.matcher(body.stripLeading());
    if (matcher.matches() && (body.charAt(0) == '~' || matcher.group(2).indexOf('`') < 0)) {
      fence = matcher.group(1);
      fenceLine = number;
      fenceShift = shift;
    }
  }

  private void openComment(String body, int number) {
    int open = body.lastIndexOf("<!--");
    if (open == 0 && body.indexOf("-->") < 0) {
      commentLine = number;
    }
  }

  private void emit(String line, int number) {
    if (count == origins.length) {
      origins = Arrays.copyOf(origins, count * 2);
    }
    origins[count++] = number;
    text.append(line).append('\n');
  }

  private static String shift(String line, int by) {
    if (by >= 0) {
      return line.isEmpty() ? line : " ".repeat(by) + line;
    }
    int strip = 0;
    while (strip < -by && strip < line.length() && line.charAt(strip) == ' ') {
      strip++;
    }
    return line.substring(strip);
  }

  private static int indentOf(String line) {
    int column = 0;
    for (int at = 0; at < line.length(); at++) {
      char c = line.charAt(at);
      if (c == '\t') {
        column += CODE_INDENT - column % CODE_INDENT;
      } else if (c == ' ') {
        column++;
      } else {
        break;
      }
    }
    return column;
  }
}
