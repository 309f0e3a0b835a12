package docimo.api;

import docimo.access.Keys;
import docimo.access.Scope;
import docimo.app.Serving;
import docimo.app.Settings;
import docimo.app.Settings.Flag;
import docimo.app.Workplace;
import docimo.exchange.Json;
import docimo.question.InMemoryQuestionBank;
import docimo.testing.TestApplication;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The service as users start it, on a database that has keys and tenants already, or none. */
final class KeyedService implements AutoCloseable {

  private static final String HOST = "127.0.0.1";

  private final Serving service;
  private final Map<String, Keys.Issued> keys;
  private final HttpClient client = HttpClient.newHttpClient();

  private KeyedService(String database, Map<String, Keys.Issued> keys) {
    this.keys = keys;
    this.service =
        Serving.listen(
            TestApplication::shared,
            new InMemoryQuestionBank(List.of(TestService.OVERFITTING, TestService.TCP)),
            settings(database, HOST));
    service.awaitReady();
  }

  /** Without any key. */
  static KeyedService firstRun(Path folder) {
    return new KeyedService(database(folder), Map.of());
  }

  /** With the tenants acme and zeta; each of all three has a key of each scope, and others. */
  static KeyedService start(Path folder) {
    Map<String, Keys.Issued> keys = new HashMap<>();
    try (Workplace place = Workplace.open(database(folder), TestApplication::shared)) {
      place.tenants().create("acme", "op");
      place.tenants().create("zeta", "op");
      for (String tenant : List.of("default", "acme", "zeta")) {
        for (Scope scope : Scope.values()) {
          String name = scope.name().toLowerCase(Locale.ROOT);
          keys.put(
              tenant + " " + scope.wireName(),
              place.keys().create(tenant, name, Set.of(scope), null, "op"));
        }
        for (String name : List.of("revoked", "spare")) {
          keys.put(
              tenant + " " + name,
              place.keys().create(tenant, name, Set.of(Scope.values()), null, "op"));
        }
        place.keys().revoke(key(keys, tenant + " revoked").key().id(), "op");
      }
    }
    return new KeyedService(database(folder), keys);
  }

  /** Of a service on a database. */
  static Settings settings(String database, String host) {
    return Settings.read(
        null,
        Map.of(),
        List.of(
            new Flag("--host", "server.host", host),
            new Flag("--port", "server.port", "0"),
            new Flag("--db", "db.url", database)));
  }

  static String database(Path folder) {
    return folder.resolve("docimo").toString();
  }

  private static Keys.Issued key(Map<String, Keys.Issued> keys, String name) {
    Keys.Issued issued = keys.get(name);
    if (issued == null) {
      throw new IllegalArgumentException(name);
    }
    return issued;
  }

  /** The id of a key, named by tenant and scope. */
  String keyId(String name) {
    return key(keys, name).key().id();
  }

  /** The secret of a key, named by tenant and scope. */
  String secret(String name) {
    return key(keys, name).secret().text();
  }

  RawConnection connect() throws IOException {
    return new RawConnection(HOST, service.port());
  }

  HttpResponse<String> get(String path, String key) {
    return send("GET", path, secret(key), null, null);
  }

  HttpResponse<String> post(String path, String key, Object body) {
    return send("POST", path, secret(key), "application/json", Json.write(body));
  }

  /**
   * Sends a request as kim.
   *
   * @param secret null for none
   */
  HttpResponse<String> send(
      String method,
      String path,
      @Nullable String secret,
      @Nullable String contentType,
      @Nullable String body,
      String... headers) {
    List<String> all = new ArrayList<>(List.of(headers));
    all.addAll(List.of("Docimo-Actor", "kim"));
    if (secret != null) {
      all.addAll(List.of("Authorization", "Bearer " + secret));
    }
    if (contentType != null) {
      all.addAll(List.of("Content-Type", contentType));
    }
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://" + HOST + ":" + service.port() + path))
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .headers(all.toArray(String[]::new))
            .build();
    try {
      HttpResponse<String> response =
          client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
      ContractCheck.check(request, response);
      return response;
    } catch (IOException e) {
      throw new AssertionError("no answer to " + method + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    service.close();
  }
}
