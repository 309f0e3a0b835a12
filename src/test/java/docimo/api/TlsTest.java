package docimo.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import docimo.testing.KeyFiles;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TlsTest {

  @TempDir static Path folder;
  private static Path keys = Path.of("");

  @BeforeAll
  static void makeKeys() throws Exception {
    keys = KeyFiles.make(folder.resolve("docimo.p12"), "PKCS12");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PKCS12", "JKS"})
  void repliesComeByTlsAndAskForItTheNextTime(String type) throws Exception {
    Path store = KeyFiles.make(folder.resolve(type + ".store"), type);
    try (TestService docimo = TestService.start(o -> o.with(new Tls(store, KeyFiles.PASSWORD)))) {
      HttpClient client = HttpClient.newBuilder().sslContext(KeyFiles.trusting(store)).build();
      HttpResponse<String> alive =
          client.send(
              HttpRequest.newBuilder(
                      URI.create("https://localhost:" + docimo.service().port() + "/livez"))
                  .build(),
              BodyHandlers.ofString());

      assertThat(alive.statusCode()).isEqualTo(200);
      assertThat(alive.headers().firstValue("Strict-Transport-Security"))
          .contains("max-age=31536000");
      assertThat(alive.sslSession().orElseThrow().getProtocol()).startsWith("TLSv1.");
    }
  }

  @Test
  void whoSpeaksNoTlsGetsNoReply() throws IOException {
    try (TestService docimo = TestService.start(o -> o.with(new Tls(keys, KeyFiles.PASSWORD)));
        RawConnection plain = docimo.connect()) {
      plain.write("GET /livez HTTP/1.1\r\nHost: docimo\r\n\r\n");

      assertThatThrownBy(plain::reply).isInstanceOf(IOException.class);
    }
  }

  @Test
  void withoutTlsNothingAsksForIt() {
    try (TestService docimo = TestService.start()) {
      assertThat(docimo.get("/livez").headers().map())
          .doesNotContainKey("strict-transport-security");
    }
  }

  @Test
  void keyStoreThatCannotBeUsedSaysWhyAndWhatToDo() throws Exception {
    Path none = folder.resolve("none.p12");
    Path pem = Files.writeString(folder.resolve("key.pem"), "-----BEGIN PRIVATE KEY-----\n");
    Path certificate = KeyFiles.certificateOnly(keys, folder.resolve("certificate.p12"));

    assertRefused(
        new Tls(none, KeyFiles.PASSWORD), none + ": there is no such file", "tls.key-store");
    assertRefused(new Tls(keys, "wrong"), "the password is wrong", "tls.key-store-password");
    assertRefused(new Tls(keys, ""), "the password is wrong", "tls.key-store-password");
    assertRefused(new Tls(pem, KeyFiles.PASSWORD), "no key store", "openssl pkcs12 -export");
    assertRefused(new Tls(folder, KeyFiles.PASSWORD), "no such file");
    assertRefused(new Tls(certificate, KeyFiles.PASSWORD), "certificates only", "private key");
  }

  @Test
  void thePasswordIsShownNowhere() {
    assertThat(new Tls(keys, "hidden").toString()).doesNotContain("hidden");
    assertThatThrownBy(() -> start(new Tls(keys, "hidden"))).hasMessageNotContaining("hidden");
  }

  private static void assertRefused(Tls tls, String... parts) {
    assertThatThrownBy(() -> start(tls))
        .isInstanceOf(TlsException.class)
        .hasMessageStartingWith("cannot use the key store ")
        .satisfies(e -> assertThat(e.getMessage()).contains(parts));
  }

  private static void start(Tls tls) {
    TestService.start(options -> options.with(tls)).close();
  }
}
