package docimo.app;

import docimo.embedding.EncoderException;
import docimo.embedding.OnnxTextEncoder;
import docimo.embedding.TextEncoder;
import docimo.embedding.WordPieceTokenizer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which sentence encoder docimo marks with. Immutable. */
public final class Encoders {

  /** The environment variable that chooses: a folder, or {@code none}. */
  public static final String VARIABLE = "DOCIMO_ENCODER";

  /** The encoder that comes with docimo. */
  public static final Encoders BUNDLED = new Encoders(null);

  /** No encoder: marks come from words alone. */
  public static final Encoders NONE = new Encoders("none");

  private static final String MODEL = "model.onnx";
  private static final String TOKENIZER = "tokenizer.json";

  private final @Nullable String choice;

  private Encoders(@Nullable String choice) {
    this.choice = choice;
  }

  /**
   * The choice of the environment variable; the encoder that comes with docimo when it is unset.
   */
  public static Encoders chosen() {
    String choice = System.getenv(VARIABLE);
    return choice == null || choice.isBlank() ? BUNDLED : new Encoders(choice.strip());
  }

  /** The choice of the settings. */
  public static Encoders of(Settings settings) {
    return settings.optional(Setting.ENCODER).map(Encoders::new).orElse(BUNDLED);
  }

  /**
   * Another encoder.
   *
   * @param folder holds the {@code model.onnx} and {@code tokenizer.json} of a BERT-style model
   */
  public static Encoders in(Path folder) {
    return new Encoders(folder.toString());
  }

  /**
   * Loads the encoder.
   *
   * @return empty when none is wanted, or when the one that comes with docimo was taken out of it
   * @throws ModelException when it is damaged, or the folder holds no such model
   */
  Optional<TextEncoder> load(Models models) {
    if (choice == null) {
      return models.has("encoder") && models.has("encoder-tokenizer")
          ? Optional.of(bundled(models))
          : Optional.empty();
    }
    return choice.equals("none") ? Optional.empty() : Optional.of(from(Path.of(choice)));
  }

  private static TextEncoder bundled(Models models) {
    try (InputStream model = models.open("encoder");
        InputStream tokenizer = models.open("encoder-tokenizer")) {
      return load(models.property("encoder", "name"), model.readAllBytes(), tokenizer);
    } catch (IOException | EncoderException e) {
      throw new ModelException(
          "encoder", String.valueOf(e.getMessage()), "build docimo again from a clean checkout");
    }
  }

  private static TextEncoder from(Path folder) {
    try (InputStream tokenizer = Files.newInputStream(folder.resolve(TOKENIZER))) {
      byte[] model = Files.readAllBytes(folder.resolve(MODEL));
      return load(String.valueOf(folder.toAbsolutePath().getFileName()), model, tokenizer);
    } catch (IOException | EncoderException e) {
      throw new ModelException(
          "encoder",
          "cannot be read from " + folder + ": " + e.getMessage(),
          "set " + VARIABLE + " to a folder with " + MODEL + " and " + TOKENIZER + ", or to none");
    }
  }

  private static TextEncoder load(String name, byte[] model, InputStream tokenizer)
      throws IOException {
    return OnnxTextEncoder.load(
        name,
        model,
        WordPieceTokenizer.read(tokenizer),
        Runtime.getRuntime().availableProcessors());
  }
}
