package docimo.exchange;

import java.io.IOException;
import java.io.Writer;

/**
 * Writes a page of HTML that stands by itself: no script, nothing to load. All text is escaped.
 * Used by one thread.
 */
final class HtmlPage {

  private static final String STYLE =
      """
      :root{color-scheme:light}
      *{box-sizing:border-box}
      body{font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Liberation Sans",sans-serif;\
      color:#1c2430;background:#fff;max-width:60rem;margin:2rem auto;padding:0 1.25rem}
      h1{font-size:1.7rem;line-height:1.25;margin:0 0 .25rem}
      h2{font-size:1.2rem;margin:2.2rem 0 .6rem;padding-bottom:.25rem;border-bottom:2px solid #d6dce5}
      h3{font-size:1rem;margin:1.4rem 0 .4rem}
      p{margin:.4rem 0}
      .meta,.small{color:#4a5565;font-size:.87rem}
      .note{border:1px solid #b9c3d0;border-left:.35rem solid #35507a;background:#f4f7fb;\
      padding:.6rem .9rem;margin:1rem 0}
      .tiles{display:flex;flex-wrap:wrap;gap:.6rem;margin:1rem 0;padding:0;list-style:none}
      .tiles li{border:1px solid #d6dce5;border-radius:.4rem;padding:.45rem .9rem;min-width:7.5rem}
      .tiles b{display:block;font-size:1.35rem;line-height:1.3}
      table{border-collapse:collapse;width:100%;margin:.6rem 0;font-size:.9rem}
      th,td{text-align:left;vertical-align:top;padding:.32rem .5rem;border-bottom:1px solid #e1e6ed}
      thead th{border-bottom:2px solid #9aa7b8;background:#f4f7fb}
      th.n,td.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
      caption{text-align:left;color:#4a5565;font-size:.87rem;padding:.2rem 0}
      thead th{overflow-wrap:normal}
      .heat{width:auto;font-size:.82rem}
      .heat thead th,.heat tbody th{white-space:nowrap}
      .facts th{width:11rem}
      .heat th,.heat td{border:1px solid #fff}
      .heat td.v{text-align:center;min-width:3.6rem}
      .heat tfoot td,.heat tfoot th{background:#f4f7fb;text-align:center;font-size:.82rem}
      .heat tfoot th{text-align:left}
      .covered{background:#1f6f43;color:#fff}
      .partial{background:#bfe3c9;color:#123}
      .missing{background:#eceff3;color:#333}
      .contradicted{background:#8f1d2c;color:#fff}
      .none{background:#fff;color:#4a5565}
      .key{display:inline-block;padding:0 .5rem;margin-right:.5rem}
      blockquote,.answer{white-space:pre-wrap;overflow-wrap:anywhere;margin:.4rem 0;\
      padding:.5rem .8rem;border-left:.25rem solid #c5cedb;background:#fafbfd}
      td,th,p,li,h1,h2,h3{overflow-wrap:anywhere}
      svg{display:block;max-width:100%;height:auto;margin:.5rem 0}
      @page{size:A4;margin:16mm 14mm}
      @media print{body{font-size:10pt;max-width:none;margin:0;padding:0}
      *{-webkit-print-color-adjust:exact;print-color-adjust:exact}
      h1,h2,h3,caption{break-after:avoid}
      tr,svg,.note,.tiles{break-inside:avoid}
      thead{display:table-header-group}tfoot{display:table-row-group}}
      """;

  private final Writer out;

  HtmlPage(Writer out) {
    this.out = out;
  }

  /** Begins the page. */
  void begin(String title) throws IOException {
    raw(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
            + "<meta http-equiv=\"Content-Security-Policy\""
            + " content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
            + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
            + "<meta name=\"robots\" content=\"noindex\">\n<title>");
    text(title);
    raw("</title>\n<style>\n" + STYLE + "</style>\n</head>\n<body>\n<main>\n");
  }

  /** Ends the page. */
  void end() throws IOException {
    raw("</main>\n</body>\n</html>\n");
  }

  /** Writes markup of ours, never anything of a caller. */
  HtmlPage raw(String markup) throws IOException {
    out.write(markup);
    return this;
  }

  /** Writes text that somebody gave. */
  HtmlPage text(String text) throws IOException {
    out.write(escaped(text));
    return this;
  }

  /** Writes a name in letters of any direction, which must not turn its surroundings around. */
  HtmlPage name(String name) throws IOException {
    return raw("<bdi>").text(name).raw("</bdi>");
  }

  /**
   * Writes an element with text.
   *
   * @param open its name and attributes, of ours
   */
  HtmlPage element(String open, String text) throws IOException {
    int space = open.indexOf(' ');
    String name = space < 0 ? open : open.substring(0, space);
    return raw("<" + open + ">").text(text).raw("</" + name + ">\n");
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    Json.wellFormed(text)
        .codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(isShown(c) ? c : 0xFFFD);
              }
            });
    return escaped.toString();
  }

  private static boolean isShown(int c) {
    return !Character.isISOControl(c) || c == '\n' || c == '\r' || c == '\t';
  }
}
