package docimo.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Makes key stores as an operator would, with the keytool of this JDK. */
public final class KeyFiles {

  /** The password of each. */
  public static final String PASSWORD = "change-me";

  private KeyFiles() {}

  /**
   * A key store with a key for this machine.
   *
   * @param type PKCS12 or JKS
   */
  public static Path make(Path file, String type) throws IOException, InterruptedException {
    keytool(
        List.of(
            "-genkeypair",
            "-alias",
            "docimo",
            "-keyalg",
            "EC",
            "-groupname",
            "secp256r1",
            "-dname",
            "CN=localhost",
            "-ext",
            "SAN=dns:localhost,ip:127.0.0.1",
            "-keypass",
            PASSWORD,
            "-storetype",
            type),
        file);
    return file;
  }

  /** A key store that has only the certificate of another one. */
  public static Path certificateOnly(Path store, Path file)
      throws IOException, InterruptedException {
    Path certificate = Files.createTempFile(file.getParent(), "certificate", ".pem");
    Files.delete(certificate);
    keytool(
        List.of("-exportcert", "-rfc", "-alias", "docimo", "-file", certificate.toString()), store);
    keytool(
        List.of("-importcert", "-noprompt", "-alias", "docimo", "-file", certificate.toString()),
        file);
    return file;
  }

  /** What a client needs that trusts the certificate of a key store, and no other. */
  public static SSLContext trusting(Path store) throws IOException, GeneralSecurityException {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
    trusted.setCertificateEntry("docimo", keys.getCertificate("docimo"));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  private static void keytool(List<String> args, Path store)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(args);
    command.addAll(List.of("-keystore", store.toString(), "-storepass", PASSWORD));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (InputStream said = process.getInputStream()) {
      String text = new String(said.readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IOException("keytool failed: " + text);
      }
    }
  }
}
