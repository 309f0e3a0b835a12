package docimo.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Opens files that a user names. */
final class InputFile {

  private static final int BUFFER = 1 << 16;

  private InputFile() {}

  /**
   * Opens a file, buffered.
   *
   * @throws CommandFailedException when there is none that can be read
   */
  static InputStream open(Path file) {
    if (Files.isDirectory(file)) {
      throw new CommandFailedException(file + " is a folder; give a file of answers");
    }
    try {
      return new BufferedInputStream(Files.newInputStream(file), BUFFER);
    } catch (NoSuchFileException e) {
      throw new CommandFailedException("there is no file " + file + "; check the path");
    } catch (IOException e) {
      throw new CommandFailedException(
          "cannot read " + file + "; check that it is a file you may read");
    }
  }

  /**
   * Looks whether a file can be opened, before anything else is begun.
   *
   * @throws CommandFailedException when there is none that can be read
   */
  static void requireReadable(Path file) throws IOException {
    open(file).close();
  }
}
