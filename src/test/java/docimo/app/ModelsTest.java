package docimo.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ModelsTest {

  private static final String MANIFEST = "/models/manifest.properties";
  private static final String WORDS = "/models/words.tsv";

  /** Three bytes, and the SHA-256 that everybody computes for them. */
  private static final String CONTENT = "abc";

  private static final String GOOD =
      """
      words.resource = /models/words.tsv
      words.source = our own
      words.licence = Apache-2.0
      words.size = 3
      words.sha256 = ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad
      """;

  @Test
  void everyModelThatShipsIsTheOneThatWasPinned() throws IOException {
    Models models = new Models();

    assertThat(models.names())
        .containsExactly(
            "antonyms",
            "background-frequencies",
            "contradiction",
            "encoder",
            "encoder-tokenizer",
            "language-detector",
            "lemmatizer",
            "pos-tagger",
            "scoring",
            "scoring-lexical",
            "sentence-detector",
            "tokenizer");
    for (String model : models.names()) {
      try (InputStream content = models.open(model)) {
        assertThat(content.readAllBytes())
            .as(model)
            .hasSize(Integer.parseInt(models.property(model, "size")));
      }
    }
  }

  @Test
  void everyModelSaysWhereItIsFromAndUnderWhichLicence() {
    Models models = new Models();

    assertThat(models.names())
        .allSatisfy(
            model -> {
              assertThat(models.property(model, "source")).as(model).isNotBlank();
              assertThat(models.property(model, "licence"))
                  .as(model)
                  .isEqualTo(model.equals("antonyms") ? "WordNet" : "Apache-2.0");
            });
  }

  @Test
  void modelThatIsAsPinnedIsOpened() throws IOException {
    assertThat(models(GOOD, CONTENT).open("words").readAllBytes())
        .asString(StandardCharsets.UTF_8)
        .isEqualTo(CONTENT);
  }

  @Test
  void changedByteIsNoticed() {
    assertProblem(models(GOOD, "abd"), "has the SHA-256");
  }

  @Test
  void missingByteIsNoticed() {
    assertProblem(models(GOOD, "ab"), "has 2 bytes instead of 3");
  }

  @Test
  void missingResourceIsNamed() {
    assertProblem(new Models(only(Map.of(MANIFEST, GOOD))), WORDS + " is missing");
  }

  @Test
  void resourceThatCannotBeReadIsNamed() {
    Models models =
        new Models(
            name ->
                name.equals(MANIFEST)
                    ? new ByteArrayInputStream(GOOD.getBytes(StandardCharsets.UTF_8))
                    : unreadable());

    assertProblem(models, WORDS + " cannot be read");
  }

  @ParameterizedTest
  @ValueSource(strings = {"resource", "size", "sha256"})
  void manifestThatSaysTooLittleIsNamed(String key) {
    String manifest = GOOD.replaceFirst("(?m)^words\\." + key + ".*\n", "");

    assertProblem(models(manifest, CONTENT), "the manifest has no " + key + " for it");
  }

  @Test
  void modelThatTheManifestDoesNotHaveIsNamed() {
    assertThatThrownBy(() -> models(GOOD, CONTENT).open("verbs"))
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith("model 'verbs': ");
  }

  @Test
  void missingManifestIsSaid() {
    assertThatThrownBy(() -> new Models(name -> null))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining(MANIFEST + " is missing")
        .hasMessageContaining("build docimo again");
  }

  @Test
  void manifestThatIsNoneIsSaid() {
    assertThatThrownBy(() -> new Models(only(Map.of(MANIFEST, "words = \\u00zz"))))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining(MANIFEST + " cannot be read");
    assertThatThrownBy(() -> new Models(name -> unreadable()))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining(MANIFEST + " cannot be read");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/models/background-frequencies.tsv",
        "/models/scoring.properties",
        "/opennlp-en-ud-ewt-tokens-1.3-2.5.4.bin",
        "/langdetect-183.bin"
      })
  void applicationDoesNotWorkWithAModelMissing(String missing) {
    Models models =
        new Models(name -> name.equals(missing) ? null : Models.class.getResourceAsStream(name));

    assertThatThrownBy(() -> Application.start(models, Clock.systemUTC(), () -> "id"))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining(missing + " is missing; build docimo again");
  }

  private static void assertProblem(Models models, String problem) {
    ModelException refused =
        catchThrowableOfType(ModelException.class, () -> models.open("words").close());

    assertThat(refused.model()).isEqualTo("words");
    assertThat(refused)
        .hasMessageStartingWith("model 'words': ")
        .hasMessageContaining(problem)
        .hasMessageEndingWith("; build docimo again from a clean checkout");
  }

  private static Models models(String manifest, String content) {
    return new Models(only(Map.of(MANIFEST, manifest, WORDS, content)));
  }

  private static Models.Resources only(Map<String, String> resources) {
    return name -> {
      String text = resources.get(name);
      return text == null ? null : new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    };
  }

  private static InputStream unreadable() {
    // a closed stream throws at the first byte
    InputStream stream = new BufferedInputStream(InputStream.nullInputStream());
    try {
      stream.close();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return stream;
  }
}
