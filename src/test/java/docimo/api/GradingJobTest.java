package docimo.api;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Jobs of grades on a file. */
final class GradingJobTest extends GradingJobContract {

  @TempDir private Path folder = Path.of("");

  @Override
  String newDatabase() {
    return folder.resolve("docimo").toString();
  }
}
