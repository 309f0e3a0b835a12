package docimo.exchange;

import docimo.screening.ScreeningOffice;
import docimo.screening.ScreeningResults;
import docimo.screening.ScreeningResults.CandidateResult;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes where the candidates of a screening stand. What is read of grades is read and written one
 * after the other, so that texts of many candidates are never in memory together. Thread-safe.
 */
public final class ScreeningExport {

  /** The forms of an export. */
  public enum Format {
    /** A row for each candidate and question, under a header. */
    CSV("text/csv; charset=utf-8"),
    /** The same rows as JSON, an object a line. */
    JSONL("application/jsonl"),
    /** A report to read and print. */
    HTML("text/html; charset=utf-8");

    private final String mediaType;

    Format(String mediaType) {
      this.mediaType = mediaType;
    }

    /** What it is called over HTTP. */
    public String mediaType() {
      return mediaType;
    }

    /** The format of this name, in any letter case; empty when there is none. */
    public static Optional<Format> of(String name) {
      return Stream.of(values()).filter(f -> f.extension().equalsIgnoreCase(name)).findFirst();
    }

    /** Its name, as files of it end. */
    public String extension() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final ScreeningOffice office;

  /**
   * @param office has the screenings
   */
  public ScreeningExport(ScreeningOffice office) {
    this.office = office;
  }

  /**
   * Writes a screening, or one candidate of it. Nothing is written when there is no such thing.
   *
   * @param candidateRef whom; null for all
   * @param out flushed, not closed
   * @throws docimo.screening.NotFoundException when there is no such screening, or the candidate
   *     has not answered
   * @throws IOException when {@code out} takes no more
   */
  public void write(String screeningId, @Nullable String candidateRef, Format format, Writer out)
      throws IOException {
    ScreeningResults results = office.results().of(screeningId);
    CandidateResult candidate =
        candidateRef == null ? null : office.results().of(screeningId, candidateRef);
    List<CandidateResult> candidates =
        candidate == null ? results.candidates() : List.of(candidate);
    switch (format) {
      case CSV -> StandingRows.csv(results, candidates, out);
      case JSONL -> StandingRows.jsonLines(results, candidates, out);
      case HTML -> {
        HtmlPage page = new HtmlPage(out);
        if (candidate == null) {
          new ScreeningReport(office, results, page).write();
        } else {
          new CandidateReport(office, results, candidate, page).write();
        }
      }
    }
    out.flush();
  }
}
