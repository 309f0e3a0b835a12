package docimo.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import opennlp.tools.tokenize.TokenizerME;
import opennlp.tools.util.Span;

/**
 * Cuts a sentence into words. Code and formulas stay whole, list markers and numbers are told apart
 * from words, contractions are split so that "isn't" shows its negation, and the OpenNLP tokenizer
 * decides the rest. Not thread-safe, since the OpenNLP tokenizer is not.
 */
final class WordTokenizer {

  /**
   * A piece of the normalised text.
   *
   * @param start where it begins
   * @param end where it ends, exclusive
   * @param kind what it was recognised as
   */
  record Piece(int start, int end, Token.Kind kind) {}

  /**
   * Longer runs without a space are no words of a language; the model would take quadratic time.
   */
  private static final int LONGEST_MODELLED = 100;

  private static final Pattern LIST_MARKER =
      Pattern.compile("\\s*(?:\\(?(?:\\d{1,2}|[a-zA-Z]|[ivx]{1,4})[.):]|[-*+•◦▪‣·–—])(?=\\s)");
  private static final Pattern NUMBER =
      Pattern.compile(
          "[+-]?(?:(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?|\\.\\d+)(?:[eE][+-]?\\d{1,3})?(?![\\d_])");
  private static final Pattern DECADE = Pattern.compile("(?:1[5-9]|20)\\d0s");
  private static final Pattern CONTRACTION =
      Pattern.compile("(.+?)(n't|'(?:s|re|ve|d|ll|m))", Pattern.CASE_INSENSITIVE);
  private static final Pattern CONTRACTION_WITHOUT_APOSTROPHE =
      Pattern.compile(
          "(is|are|was|were|do|does|did|has|have|had|ca|would|should|could|must)(nt)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern CANNOT = Pattern.compile("(can)(not)", Pattern.CASE_INSENSITIVE);
  private static final List<Pattern> WITHOUT_APOSTROPHE =
      List.of(CANNOT, CONTRACTION_WITHOUT_APOSTROPHE);
  private static final List<Pattern> CONTRACTIONS = List.of(CONTRACTION);
  private static final Pattern ABBREVIATION =
      Pattern.compile(
          "\\(?((?:\\p{L}\\.){2,8}(?!\\p{L})|ph\\.d\\.|etc\\.|vs\\.|cf\\.)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern COMPOUND = Pattern.compile("\\p{L}[\\p{L}\\d]*(?:-[\\p{L}\\d]+)+");

  private final TokenizerME tokenizer;

  WordTokenizer(TokenizerME tokenizer) {
    this.tokenizer = tokenizer;
  }

  /** The pieces between two offsets of a normalised text, in order; white space is in none. */
  List<Piece> tokenize(String text, int start, int end) {
    List<Piece> pieces = new ArrayList<>();
    int at = start;
    Matcher marker = LIST_MARKER.matcher(text).region(start, end);
    if (marker.lookingAt()) {
      int first = skipSpace(text, start, end);
      pieces.add(new Piece(first, marker.end(), Token.Kind.PUNCTUATION));
      at = marker.end();
    }
    for (CodeSpans.Span span : CodeSpans.find(text, at, end)) {
      addProse(text, at, span.start(), pieces);
      pieces.add(new Piece(span.start(), span.end(), Token.Kind.CODE));
      at = span.end();
    }
    addProse(text, at, end, pieces);
    return pieces;
  }

  private void addProse(String text, int start, int end, List<Piece> pieces) {
    int at = skipSpace(text, start, end);
    while (at < end) {
      int chunkEnd = at;
      while (chunkEnd < end && !Character.isWhitespace(text.charAt(chunkEnd))) {
        chunkEnd++;
      }
      addChunk(text, at, chunkEnd, pieces);
      at = skipSpace(text, chunkEnd, end);
    }
  }

  /** Adds what stands between two white spaces. */
  private void addChunk(String text, int start, int end, List<Piece> pieces) {
    Matcher abbreviation = ABBREVIATION.matcher(text).region(start, end);
    if (has('.', text, start, end) && abbreviation.lookingAt()) {
      addRuns(text, start, abbreviation.start(1), pieces);
      pieces.add(new Piece(abbreviation.start(1), abbreviation.end(1), Token.Kind.WORD));
      addRuns(text, abbreviation.end(1), end, pieces);
      return;
    }
    int coreEnd = end;
    while (coreEnd > start && isTrailingMark(text.charAt(coreEnd - 1))) {
      coreEnd--;
    }
    int at = start;
    while (at < coreEnd) {
      at = addPart(text, at, coreEnd, pieces);
    }
    for (int i = coreEnd; i < end; i++) {
      pieces.add(new Piece(i, i + 1, Token.Kind.PUNCTUATION));
    }
  }

  /** Adds the marks that stand here and what follows them; returns where reading goes on. */
  private int addPart(String text, int start, int end, List<Piece> pieces) {
    int from = start;
    while (from < end && !isNumberStart(text, from, end) && !isWordPart(text.charAt(from))) {
      from += addMark(text, from, end, pieces);
    }
    return from < end ? addCore(text, from, end, pieces) : end;
  }

  /** Adds a number, or all there is; returns where reading goes on. */
  private int addCore(String text, int start, int end, List<Piece> pieces) {
    Matcher number = NUMBER.matcher(text).region(start, end);
    String core = text.substring(start, end);
    if (!Character.isLetter(text.charAt(start))
        && number.lookingAt()
        && isNumberEnd(text, number.end(), end)
        && !DECADE.matcher(core).matches()) {
      pieces.add(new Piece(start, number.end(), Token.Kind.NUMBER));
      return number.end();
    }
    if (isWhole(core)) {
      addWord(text, start, end, pieces);
    } else if (end - start > LONGEST_MODELLED) {
      addRuns(text, start, end, pieces);
    } else {
      addModelled(text, start, end, pieces);
    }
    return end;
  }

  private static boolean isWhole(String core) {
    return core.chars().allMatch(Character::isLetter)
        || COMPOUND.matcher(core).matches()
        || DECADE.matcher(core).matches();
  }

  /** "10ms", "50%", "3x" end a number; "3rd" and "2pc" style names do not matter either way. */
  private static boolean isNumberEnd(String text, int at, int end) {
    return at == end || text.charAt(at) != '.' || at + 1 == end;
  }

  private void addModelled(String text, int start, int end, List<Piece> pieces) {
    String core = text.substring(start, end);
    if (core.indexOf('\'') >= 0 && CONTRACTION.matcher(core).matches()) {
      addWord(text, start, end, pieces);
      return;
    }
    for (Span span : tokenizer.tokenizePos(core)) {
      addRuns(text, start + span.getStart(), start + span.getEnd(), pieces);
    }
  }

  /** Adds runs of word characters as words (hyphens and apostrophes inside included). */
  private void addRuns(String text, int start, int end, List<Piece> pieces) {
    int at = start;
    while (at < end) {
      if (!isWordPart(text.charAt(at))) {
        at += addMark(text, at, end, pieces);
        continue;
      }
      int runEnd = at + 1;
      while (runEnd < end && isInner(text, runEnd, end)) {
        runEnd++;
      }
      addWord(text, at, runEnd, pieces);
      at = runEnd;
    }
  }

  private static void addWord(String text, int start, int end, List<Piece> pieces) {
    Token.Kind kind = Token.Kind.WORD;
    int split = contractionStart(text, start, end);
    if (split > start) {
      addWord(text, start, split, pieces);
      pieces.add(new Piece(split, end, kind));
    } else if (!Character.isLetter(text.charAt(start))
        && NUMBER.matcher(text).region(start, end).matches()) {
      pieces.add(new Piece(start, end, Token.Kind.NUMBER));
    } else {
      pieces.add(new Piece(start, end, kind));
    }
  }

  private static int contractionStart(String text, int start, int end) {
    if (end - start > LONGEST_MODELLED) {
      return start;
    }
    boolean apostrophe = has('\'', text, start, end);
    if (!apostrophe && Character.toLowerCase(text.charAt(end - 1)) != 't') {
      return start; // what is joined without one ends as "cannot" and "isnt" do
    }
    for (Pattern pattern : apostrophe ? CONTRACTIONS : WITHOUT_APOSTROPHE) {
      Matcher matcher = pattern.matcher(text).region(start, end);
      if (matcher.matches()) {
        return matcher.start(2);
      }
    }
    return start;
  }

  private static int addMark(String text, int at, int end, List<Piece> pieces) {
    int length = Character.charCount(text.codePointAt(at));
    int markEnd = Math.min(end, at + length);
    pieces.add(new Piece(at, markEnd, Token.Kind.PUNCTUATION));
    return markEnd - at;
  }

  /** A sign or point before a figure; in "50%-60%" it is no sign. */
  private static boolean isNumberStart(String text, int at, int end) {
    char c = text.charAt(at);
    boolean range = at > 0 && (isWordPart(text.charAt(at - 1)) || text.charAt(at - 1) == '%');
    return (c == '-' || c == '+' || c == '.')
        && !range
        && at + 1 < end
        && Character.isDigit(text.charAt(at + 1));
  }

  private static boolean isTrailingMark(char c) {
    return !isWordPart(c) && c != '%' && !Character.isSurrogate(c);
  }

  private static boolean isInner(String text, int at, int end) {
    char c = text.charAt(at);
    boolean joins = c == '-' || c == '\'';
    return isWordPart(c) || (joins && at + 1 < end && isWordPart(text.charAt(at + 1)));
  }

  private static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c)
        || c == '_'
        || Character.getType(c) == Character.NON_SPACING_MARK
        || Character.getType(c) == Character.COMBINING_SPACING_MARK;
  }

  private static boolean has(char sought, String text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (text.charAt(i) == sought) {
        return true;
      }
    }
    return false;
  }

  private static int skipSpace(String text, int start, int end) {
    int at = start;
    while (at < end && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }
}
