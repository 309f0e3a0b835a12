package docimo.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.util.Span;

/**
 * Cuts a normalised text into sentences: first into lines that stand by themselves (paragraphs,
 * list items), then each of them by the OpenNLP sentence detector, whose cuts after abbreviations
 * such as "e.g." are undone. Not thread-safe, since the OpenNLP detector is not.
 */
final class SentenceSplitter {

  /** The detector and the tagger are given no more than this at once, so that time stays linear. */
  private static final int LONGEST_BLOCK = 4000;

  private static final Pattern ABBREVIATION =
      Pattern.compile(
          "(?:^|[\\s(])(?:e\\.g|i\\.e|e\\. g|i\\. e|eg|ie|etc|cf|vs|approx|fig|figs|eq|no|vol|resp"
              + "|dr|mr|mrs|ms|prof|ph\\.d|(?:[A-Z]\\.)+[A-Z]|st|al|incl|ca|[A-Z])\\.\\s*$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern LIST_MARKER =
      Pattern.compile("\\s*(?:\\(?\\d{1,2}[.)]|[-*+•◦▪‣·–—]|[a-zA-Z]\\))\\s");
  private static final Pattern CODE_FENCE = Pattern.compile("\\s*(?:```|~~~).*");

  private final SentenceDetectorME detector;

  SentenceSplitter(SentenceDetectorME detector) {
    this.detector = detector;
  }

  /** The sentences of a text as ranges of it, in order, without the white space between them. */
  List<Span> split(String text) {
    List<Span> sentences = new ArrayList<>();
    int blockStart = 0;
    for (int lineStart = 0; lineStart < text.length(); ) {
      int newline = text.indexOf('\n', lineStart);
      int lineEnd = newline < 0 ? text.length() : newline;
      int next = lineEnd + 1;
      if (isFence(text, lineStart, lineEnd)) {
        splitBlock(text, blockStart, lineStart, sentences);
        blockStart = Math.min(next, text.length());
      } else if (newline < 0 || standsAlone(text, lineStart, lineEnd, next)) {
        splitBlock(text, blockStart, lineEnd, sentences);
        blockStart = Math.min(next, text.length());
      }
      lineStart = next;
    }
    return sentences;
  }

  /** Whether a line break ends a sentence, or only wraps one. */
  private static boolean standsAlone(String text, int lineStart, int lineEnd, int next) {
    int nextEnd = text.indexOf('\n', next);
    String following = text.substring(next, nextEnd < 0 ? text.length() : nextEnd);
    String line = text.substring(lineStart, lineEnd).stripTrailing();
    if (following.isBlank() || line.isBlank()) {
      return true;
    }
    char last = line.charAt(line.length() - 1);
    return ".!?:;".indexOf(last) >= 0
        || LIST_MARKER.matcher(following).lookingAt()
        || (Character.isUpperCase(following.strip().codePointAt(0)) && last != ',');
  }

  private static boolean isFence(String text, int start, int end) {
    return end - start <= 40 && CODE_FENCE.matcher(text).region(start, end).matches();
  }

  private void splitBlock(String text, int start, int end, List<Span> sentences) {
    for (int at = start; at < end; ) {
      int pieceEnd = end - at <= LONGEST_BLOCK ? end : lastSpace(text, at, at + LONGEST_BLOCK);
      splitPiece(text, at, pieceEnd, sentences);
      at = pieceEnd;
    }
  }

  private static int lastSpace(String text, int start, int end) {
    for (int i = end; i > start; i--) {
      if (Character.isWhitespace(text.charAt(i - 1))) {
        return i;
      }
    }
    // one enormous word: keep surrogate pairs together
    return Character.isLowSurrogate(text.charAt(end)) ? end + 1 : end;
  }

  private void splitPiece(String text, int start, int end, List<Span> sentences) {
    String piece = text.substring(start, end);
    if (piece.isBlank()) {
      return;
    }
    int from = -1;
    for (Span span : detector.sentPosDetect(piece)) {
      int sentenceStart = from < 0 ? span.getStart() : from;
      boolean unfinished =
          !endsWithTerminator(piece, span.getEnd())
              || endsWithAbbreviation(piece, sentenceStart, span.getEnd());
      if (unfinished && span.getEnd() < piece.stripTrailing().length()) {
        from = sentenceStart;
      } else {
        sentences.add(new Span(start + sentenceStart, start + span.getEnd()));
        from = -1;
      }
    }
    if (from >= 0) {
      sentences.add(new Span(start + from, start + piece.stripTrailing().length()));
    }
  }

  /** The detector also cuts after "example.com": a sentence ends with its mark, or closes after. */
  private static boolean endsWithTerminator(String piece, int end) {
    int at = end - 1;
    while (at > 0 && "\"')]*_”’»".indexOf(piece.charAt(at)) >= 0) {
      at--;
    }
    return ".!?…。".indexOf(piece.charAt(at)) >= 0;
  }

  private static boolean endsWithAbbreviation(String piece, int start, int end) {
    Matcher matcher = ABBREVIATION.matcher(piece).region(Math.max(start, end - 12), end);
    if (!matcher.find()) {
      return LIST_MARKER.matcher(piece.substring(start, end) + " ").matches();
    }
    // "etc." and a lone capital may also end a sentence: look at what follows
    String following = piece.substring(end).strip();
    boolean startsSentence =
        !following.isEmpty() && Character.isUpperCase(following.codePointAt(0));
    String word = matcher.group().strip().toLowerCase(Locale.ROOT);
    return !(startsSentence
        && (word.startsWith("etc") || word.length() == 2 || word.startsWith("no")));
  }
}
