package docimo.api.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The interactive page of the contract and what it loads: Swagger UI, from its webjar, and a few
 * lines of ours. Nothing of it comes from another host. Thread-safe.
 */
public final class DocsFiles {

  /** What the page may load and do: only what this service has. */
  public static final String SECURITY_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
          + "img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; "
          + "frame-ancestors 'none'";

  private static final String OURS = "/docimo/api/contract/docs/";
  private static final String WEBJAR = "/META-INF/resources/webjars/swagger-ui/";

  private record Source(String path, String mediaType) {}

  private final Map<String, Source> sources;
  private final Map<String, StoredFile> read = new ConcurrentHashMap<>();

  /** Knows the files; each is read when somebody first asks for it. */
  public DocsFiles() {
    String theirs = WEBJAR + version() + "/";
    sources =
        Map.of(
            "index.html", new Source(OURS + "index.html", "text/html"),
            "docs.css", new Source(OURS + "docs.css", "text/css"),
            "docs.js", new Source(OURS + "docs.js", "text/javascript"),
            "NOTICE.txt", new Source(OURS + "NOTICE.txt", "text/plain"),
            "swagger-ui.css", new Source(theirs + "swagger-ui.css", "text/css"),
            "swagger-ui-bundle.js", new Source(theirs + "swagger-ui-bundle.js", "text/javascript"),
            "swagger-ui-bundle.js.LICENSE.txt",
                new Source(theirs + "swagger-ui-bundle.js.LICENSE.txt", "text/plain"));
  }

  /** The page itself. */
  public StoredFile page() {
    return find("index.html").orElseThrow();
  }

  /** A file that the page loads; empty when there is none by this name. */
  public Optional<StoredFile> find(String name) {
    Source source = sources.get(name);
    return source == null
        ? Optional.empty()
        : Optional.of(
            read.computeIfAbsent(
                name, any -> new StoredFile(source.mediaType(), bytes(source.path()))));
  }

  private static String version() {
    Properties properties = new Properties();
    try (InputStream in = open("/META-INF/maven/org.webjars/swagger-ui/pom.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the version of Swagger UI", e);
    }
    return properties.getProperty("version", "");
  }

  private static byte[] bytes(String path) {
    try (InputStream in = open(path)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path, e);
    }
  }

  private static InputStream open(String path) {
    InputStream in = DocsFiles.class.getResourceAsStream(path);
    if (in == null) {
      throw new IllegalStateException("docimo was built without " + path);
    }
    return in;
  }
}
