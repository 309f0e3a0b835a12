package docimo.evaluation.attack;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes British spelling American and the other way round. */
final class Spelling {

  private static final Pattern VARIABLE =
      Pattern.compile(
          // normalise, regularization
          "(?<ize>(?:normal|regular|general|optim|organ|visual|minim|maxim|initial|token|random"
              + "|penal|summar|recogn|categor|standard|real|special|util|character|vector|quant"
              + "|parallel|serial|synchron|author|central|memor|priorit|sanit|anonym|custom)i)"
              + "(?<letter>[sz])(?=e|ing|ation)"
              // behaviour, color
              + "|(?<our>(?:behavi|col|fav|neighb|lab|hon|hum))(?<vowels>ou?)(?=r)"
              // modelling, labeled
              + "|(?<ell>(?:model|label|cancel|travel|signal|channel))(?<double>l?)(?=ing|ed)"
              // analyse, paralyzed
              + "|(?<lyse>anal|paral)y(?<lyseLetter>[sz])(?=e[sdr]?\\b|ing)",
          Pattern.CASE_INSENSITIVE);

  private Spelling() {}

  static String exchanged(String text) {
    Matcher matcher = VARIABLE.matcher(text);
    StringBuilder exchanged = new StringBuilder();
    while (matcher.find()) {
      matcher.appendReplacement(exchanged, Matcher.quoteReplacement(other(matcher)));
    }
    return matcher.appendTail(exchanged).toString();
  }

  private static String other(Matcher found) {
    if (found.group("ize") != null) {
      return found.group("ize") + otherLetter(found.group("letter"));
    }
    if (found.group("our") != null) {
      return found.group("our") + (found.group("vowels").length() > 1 ? "o" : "ou");
    }
    if (found.group("ell") != null) {
      return found.group("ell") + (found.group("double").isEmpty() ? "l" : "");
    }
    return found.group("lyse") + "y" + otherLetter(found.group("lyseLetter"));
  }

  private static String otherLetter(String letter) {
    return letter.equalsIgnoreCase("s") ? "z" : "s";
  }
}
