package docimo.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.UnrecoverableKeyException;
import java.util.Collections;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.jspecify.annotations.Nullable;

/**
 * The key and the certificate that the service shows. Immutable.
 *
 * @param keyStore a file of PKCS12 or JKS
 * @param password of the file and of the key in it
 */
public record Tls(Path keyStore, String password) {

  private static final String PEM = "-----BEGIN";

  /**
   * Reads the file.
   *
   * @throws TlsException when it cannot be read, or has no key
   */
  SslContextFactory.Server context() {
    SslContextFactory.Server context = new SslContextFactory.Server();
    context.setKeyStore(read());
    context.setKeyStorePassword(password);
    context.setKeyManagerPassword(password);
    return context;
  }

  private KeyStore read() {
    if (!Files.isRegularFile(keyStore)) {
      throw failed("there is no such file; check tls.key-store", null);
    }
    try {
      KeyStore store = KeyStore.getInstance(keyStore.toFile(), password.toCharArray());
      requireKey(store);
      return store;
    } catch (UnrecoverableKeyException e) {
      throw failed("the key in it has another password; give it that of the file", e);
    } catch (KeyStoreException e) {
      throw failed("it is no key store; " + (isPem() ? pemRemedy() : "give PKCS12 or JKS"), e);
    } catch (IOException e) {
      throw e.getCause() instanceof UnrecoverableKeyException
          ? failed("the password is wrong; check tls.key-store-password", e)
          : failed("it is damaged or may not be read", e);
    } catch (GeneralSecurityException e) {
      throw failed("its kind is not known here; give PKCS12", e);
    }
  }

  private void requireKey(KeyStore store) throws GeneralSecurityException {
    for (String alias : Collections.list(store.aliases())) {
      Key key = store.isKeyEntry(alias) ? store.getKey(alias, password.toCharArray()) : null;
      if (key != null) {
        return;
      }
    }
    throw failed("it has certificates only; give one that has the private key too", null);
  }

  private boolean isPem() {
    try {
      return new String(Files.readAllBytes(keyStore), StandardCharsets.ISO_8859_1).contains(PEM);
    } catch (IOException e) {
      return false;
    }
  }

  private static String pemRemedy() {
    return "make one of PEM files: openssl pkcs12 -export -in fullchain.pem -inkey privkey.pem -out"
        + " docimo.p12";
  }

  private TlsException failed(String why, @Nullable Throwable cause) {
    return new TlsException("cannot use the key store " + keyStore + ": " + why, cause);
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "Tls[" + keyStore + "]";
  }
}
