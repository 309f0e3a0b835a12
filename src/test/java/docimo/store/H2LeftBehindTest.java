package docimo.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class H2LeftBehindTest extends LeftBehindContract {

  @TempDir private Path folder = Path.of("");

  @Override
  DatabaseUrl newDatabase() {
    return DatabaseUrl.of(folder.resolve("docimo").toString(), null, null);
  }
}
