package docimo.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that a user names for results. */
final class OutputFile {

  private OutputFile() {}

  /** Whether the name stands for standard output. */
  static boolean isStandard(Path file) {
    return file.toString().equals("-");
  }

  /** Whether writing the file anew would destroy something. Devices hold nothing. */
  static boolean holdsSomething(Path file) throws IOException {
    return Files.isRegularFile(file) && Files.size(file) > 0;
  }
}
