package org.postrider.courier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/**
 * Whose word counts that a mail server is the one it says: the machine's authorities or our own.
 */
final class TrustedAuthorities {

  private TrustedAuthorities() {}

  /**
   * Makes TLS sockets that trust only the certificates in {@code pem}, or for the empty path those
   * of this Java.
   */
  static SSLSocketFactory sockets(Path pem) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, pem.toString().isEmpty() ? null : trusting(pem).getTrustManagers(), null);
      return context.getSocketFactory();
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalArgumentException(
          "mail.tls-ca: the certificates in \""
              + pem
              + "\" can't be used: "
              + e.getMessage()
              + "; name a file of PEM certificates (-----BEGIN CERTIFICATE-----)",
          e);
    }
  }

  private static TrustManagerFactory trusting(Path pem)
      throws GeneralSecurityException, IOException {
    Collection<? extends Certificate> certificates;
    try (InputStream in = Files.newInputStream(pem)) {
      certificates = CertificateFactory.getInstance("X.509").generateCertificates(in);
    }
    if (certificates.isEmpty()) {
      throw new IOException("there is none in it");
    }
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    int number = 0;
    for (Certificate certificate : certificates) {
      store.setCertificateEntry("ca" + number++, certificate);
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    return trust;
  }
}
