package docimo.cli;

import docimo.grading.ReviewPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that chooses which marks a person should look at. */
final class ReviewOption {

  @Option(
      names = "--review-policy",
      paramLabel = "FILE",
      description =
          "Properties that say which marks a person should look at before they count (default:"
              + " the policy that comes with docimo).")
  private @Nullable Path file;

  /**
   * Reads the policy that was chosen.
   *
   * @throws docimo.grading.ReviewPolicyException when a key or value is wrong
   * @throws IOException when the file cannot be read to its end
   */
  ReviewPolicy read() throws IOException {
    return read(file);
  }

  /** Reads the policy of a file; without one it is that of docimo. */
  static ReviewPolicy read(@Nullable Path file) throws IOException {
    if (file == null) {
      return ReviewPolicy.DEFAULT;
    }
    try (InputStream in = InputFile.open(file)) {
      return ReviewPolicy.read(file.toString(), in);
    }
  }
}
