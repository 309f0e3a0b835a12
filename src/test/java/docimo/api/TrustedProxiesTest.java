package docimo.api;

import static org.assertj.core.api.Assertions.assertThat;

import docimo.api.Proxies.Spoken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is believed, asked of a server that says whom it takes its client for. */
final class TrustedProxiesTest {

  private static final String UNTOLD = "127.0.0.1 http docimo";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Forwarded: for=192.0.2.1;proto=https;host=marks.example | 192.0.2.1 https marks.example",
        "Forwarded: For=\"[2001:db8::1]:4711\";Proto=https       | 2001:db8::1 https docimo",
        "X-Forwarded-For: 192.0.2.1~X-Forwarded-Proto: https     | 192.0.2.1 https docimo",
        "X-Forwarded-For: 192.0.2.1~X-Forwarded-Host: m.example  | 192.0.2.1 http m.example",
        "X-Forwarded-For: 2001:db8::1                            | 2001:db8::1 http docimo",
        "Forwarded: for=192.0.2.1~X-Forwarded-For: 192.0.2.2     | 192.0.2.1 http docimo"
      })
  void wordOfAProxyOfOursCounts(String headers, String client) throws Exception {
    assertThat(told(Spoken.EITHER, headers, "127.0.0.0/8")).isEqualTo(client);
  }

  @ParameterizedTest
  @CsvSource({
    "Forwarded: for=192.0.2.1;proto=https;host=marks.example",
    "X-Forwarded-For: 192.0.2.1~X-Forwarded-Proto: https",
    "X-Forwarded-Host: marks.example~X-Proxied-Https: on"
  })
  void wordOfAnybodyElseDoesNot(String headers) throws Exception {
    assertThat(told(Spoken.EITHER, headers, "10.0.0.0/8", "::1")).isEqualTo(UNTOLD);
    assertThat(told(Spoken.EITHER, headers)).isEqualTo(UNTOLD);
  }

  /** A client writes what it likes into a header; each proxy adds whom it saw at the end. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "X-Forwarded-For: 198.51.100.9, 192.0.2.1                 | 192.0.2.1 http docimo",
        "X-Forwarded-For: 198.51.100.9~X-Forwarded-For: 192.0.2.1 | 192.0.2.1 http docimo",
        "X-Forwarded-For: 198.51.100.9, 192.0.2.1, 10.1.2.3       | 192.0.2.1 http docimo",
        "X-Forwarded-For: 10.9.9.9, 10.1.2.3                      | 10.9.9.9 http docimo",
        "Forwarded: for=198.51.100.9;proto=https, for=192.0.2.1   | 192.0.2.1 http docimo",
        "Forwarded: for=x, for=192.0.2.1;proto=https, for=10.1.2.3 | 192.0.2.1 https docimo",
        "X-Forwarded-For: 192.0.2.1~X-Forwarded-Proto: https, http | 192.0.2.1 http docimo",
        "X-Forwarded-For: 192.0.2.1~X-Proxied-Https: on           | 192.0.2.1 http docimo"
      })
  void theLastAddressThatIsNoProxyOfOursIsTheClient(String headers, String client)
      throws Exception {
    assertThat(told(Spoken.EITHER, headers, "127.0.0.1", "10.0.0.0/8")).isEqualTo(client);
  }

  @Test
  void headersThatTheProxyDoesNotSetAreNotBelieved() throws Exception {
    String both = "Forwarded: for=192.0.2.1~X-Forwarded-For: 192.0.2.2";

    assertThat(told(Spoken.FORWARDED, both, "127.0.0.1")).startsWith("192.0.2.1 ");
    assertThat(told(Spoken.X_FORWARDED, both, "127.0.0.1")).startsWith("192.0.2.2 ");
    assertThat(told(Spoken.FORWARDED, "X-Forwarded-For: 192.0.2.2", "127.0.0.1")).isEqualTo(UNTOLD);
    assertThat(told(Spoken.X_FORWARDED, "Forwarded: for=192.0.2.1", "127.0.0.1")).isEqualTo(UNTOLD);
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.255.0.1, true",
    "10.0.0.0/8, 11.0.0.1, false",
    "192.0.2.128/25, 192.0.2.127, false",
    "192.0.2.1, 192.0.2.1, true",
    "0.0.0.0/0, 192.0.2.1, true",
    "0.0.0.0/0, ::1, false",
    "2001:db8::/32, 2001:db8:1::1, true",
    "2001:db8::/32, 2001:db9::1, false"
  })
  void blocksHaveTheAddressesInThem(String block, String address, boolean has) {
    assertThat(
            AddressBlock.read(block)
                .orElseThrow()
                .has(AddressBlock.read(address).orElseThrow().address()))
        .isEqualTo(has);
  }

  @ParameterizedTest
  @CsvSource({
    "localhost",
    "example.org",
    "10.0.0.0/33",
    "10.0.0",
    "::1/129",
    "256.1.1.1",
    "cafe",
    "10.0.0.0/"
  })
  void whatIsNoAddressIsNone(String text) {
    assertThat(AddressBlock.read(text)).isEmpty();
  }

  @Test
  void serviceAsksForTlsTheNextTimeWhenTheProxyWasReachedByIt() throws IOException {
    Proxies proxies = new Proxies(blocks("127.0.0.1"), Spoken.EITHER);
    try (TestService docimo = TestService.start(o -> o.with(proxies))) {
      assertThat(
              docimo
                  .send("GET", "/livez", "X-Forwarded-Proto", "https")
                  .headers()
                  .firstValue("Strict-Transport-Security"))
          .isPresent();
      assertThat(docimo.get("/livez").headers().firstValue("Strict-Transport-Security")).isEmpty();
    }
  }

  /** Even when it does not say so in the header that is believed. */
  @Test
  void withoutKeysNobodyIsLetInThroughAProxy() {
    Proxies proxies = new Proxies(blocks("127.0.0.1"), Spoken.FORWARDED);
    try (TestService docimo = TestService.start(o -> o.with(proxies))) {
      assertThat(docimo.get("/v1/questions").statusCode()).isEqualTo(401);
      assertThat(docimo.send("GET", "/v1/questions", "X-Forwarded-For", "9.9.9.9").statusCode())
          .isEqualTo(401);
    }
    try (TestService docimo = TestService.start(o -> o.with(Proxies.NONE))) {
      assertThat(docimo.get("/v1/questions").statusCode()).isEqualTo(200);
    }
  }

  private static List<AddressBlock> blocks(String... trusted) {
    return Stream.of(trusted).map(block -> AddressBlock.read(block).orElseThrow()).toList();
  }

  /** Address, scheme and name that the server takes a request with these headers to have. */
  private static String told(Spoken spoken, String headers, String... trusted) throws Exception {
    HttpConfiguration http = new HttpConfiguration();
    http.addCustomizer(new TrustedProxies(new Proxies(blocks(trusted), spoken)));
    Server server = new Server();
    ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(new Echo());
    server.start();
    try (RawConnection connection = new RawConnection("127.0.0.1", connector.getLocalPort())) {
      connection.write(
          "GET / HTTP/1.1\r\nHost: docimo\r\n" + headers.replace("~", "\r\n") + "\r\n\r\n");
      return connection.reply().body();
    } finally {
      server.stop();
    }
  }

  private static final class Echo extends Handler.Abstract {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      String body =
          String.join(
              " ",
              Request.getRemoteAddr(request)
                  .replaceAll("[\\[\\]]", "")
                  .replace(":0:0:0:0:0:", "::"),
              request.getHttpURI().getScheme(),
              Request.getServerName(request));
      response.write(true, StandardCharsets.UTF_8.encode(body), callback);
      return true;
    }
  }
}
