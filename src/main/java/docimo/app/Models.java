package docimo.app;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The models that docimo loads, as the manifest {@code models/manifest.properties} lists them. A
 * model is opened only when its size and SHA-256 are those of the manifest. Thread-safe.
 */
public final class Models {

  private static final String MANIFEST = "/models/manifest.properties";
  private static final String REMEDY = "build docimo again from a clean checkout";

  /** Finds a resource of the class path; replaced in tests. */
  interface Resources {
    @Nullable InputStream open(String name);
  }

  private final Resources resources;
  private final Properties manifest = new Properties();

  /**
   * Reads the manifest.
   *
   * @throws ModelException when it is missing or unreadable
   */
  public Models() {
    this(Models.class::getResourceAsStream);
  }

  Models(Resources resources) {
    this.resources = resources;
    try (InputStream in = resources.open(MANIFEST)) {
      if (in == null) {
        throw new ModelException("manifest", MANIFEST + " is missing", REMEDY);
      }
      manifest.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException | IllegalArgumentException e) {
      throw new ModelException("manifest", MANIFEST + " cannot be read", REMEDY);
    }
  }

  /** The names of all models, sorted. */
  public Set<String> names() {
    Set<String> names = new TreeSet<>();
    for (String key : manifest.stringPropertyNames()) {
      names.add(key.replaceFirst("\\.[^.]*$", ""));
    }
    return names;
  }

  /** Whether the manifest lists a model and its resource is there. */
  public boolean has(String model) {
    String resource = manifest.getProperty(model + ".resource");
    if (resource == null) {
      return false;
    }
    try (InputStream in = resources.open(resource.strip())) {
      return in != null;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * The content of a model, checked.
   *
   * @throws ModelException when the manifest does not list it, or its resource is missing or
   *     another one than was pinned
   */
  public InputStream open(String model) {
    byte[] content = read(model, property(model, "resource"));
    String size = Integer.toString(content.length);
    if (!size.equals(property(model, "size"))) {
      throw new ModelException(
          model, "has " + size + " bytes instead of " + property(model, "size"), REMEDY);
    }
    String sha256 = sha256(content);
    if (!sha256.equals(property(model, "sha256"))) {
      throw new ModelException(
          model, "has the SHA-256 " + sha256 + " instead of " + property(model, "sha256"), REMEDY);
    }
    return new ByteArrayInputStream(content);
  }

  /**
   * What the manifest says of a model.
   *
   * @param key resource, source, licence, size or sha256
   * @throws ModelException when it says nothing
   */
  public String property(String model, String key) {
    String value = manifest.getProperty(model + "." + key);
    if (value == null) {
      throw new ModelException(model, "the manifest has no " + key + " for it", REMEDY);
    }
    return value.strip();
  }

  private byte[] read(String model, String resource) {
    try (InputStream in = resources.open(resource)) {
      if (in == null) {
        throw new ModelException(model, "the resource " + resource + " is missing", REMEDY);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new ModelException(model, "the resource " + resource + " cannot be read", REMEDY);
    }
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
