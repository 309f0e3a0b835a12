package docimo.embedding;

import java.util.ArrayList;
import java.util.List;

/** Cuts a long text into windows that a model can take in one pass. */
final class Windows {

  private Windows() {}

  /**
   * The index of the first piece of each window, and at last the number of pieces. A window ends at
   * the last break that fits, or else where the text has a space, or else between two words, or
   * else anywhere.
   *
   * @param breaks offsets at which the text is best cut
   * @param most how many pieces a window holds at most
   */
  static int[] cut(List<WordPiece> pieces, int[] breaks, int most) {
    List<Integer> cuts = new ArrayList<>();
    cuts.add(0);
    int from = 0;
    int nextBreak = 0;
    while (pieces.size() - from > most) {
      int limit = from + most;
      int best = -1;
      while (nextBreak < breaks.length && breaks[nextBreak] <= pieces.get(limit).start()) {
        int at = firstFrom(pieces, breaks[nextBreak], Math.max(from, best));
        best = at > from && at <= limit ? at : best;
        nextBreak++;
      }
      from = best > from ? best : betweenWords(pieces, from, limit);
      cuts.add(from);
    }
    cuts.add(pieces.size());
    return cuts.stream().mapToInt(Integer::intValue).toArray();
  }

  private static int firstFrom(List<WordPiece> pieces, int offset, int from) {
    int at = from;
    while (at < pieces.size() && pieces.get(at).start() < offset) {
      at++;
    }
    return at;
  }

  private static int betweenWords(List<WordPiece> pieces, int from, int limit) {
    int lastWord = from;
    for (int at = limit; at > from; at--) {
      WordPiece piece = pieces.get(at);
      if (!piece.continues()) {
        if (piece.start() > pieces.get(at - 1).end()) {
          return at;
        }
        lastWord = Math.max(lastWord, at);
      }
    }
    return lastWord > from ? lastWord : limit;
  }
}
