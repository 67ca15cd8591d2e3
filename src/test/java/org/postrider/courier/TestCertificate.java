package org.postrider.courier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate of its own authority, made for one test run. */
public final class TestCertificate {

  private static final String PASSWORD = "for tests only";

  private final Path store;
  private final Path pem;

  /**
   * @param names what it is good for, such as {@code DNS:localhost,IP:127.0.0.1}
   */
  public TestCertificate(Path folder, String names) throws IOException, InterruptedException {
    store = folder.resolve("keys.p12");
    pem = folder.resolve("ca.pem");
    keytool(
        List.of(
            "-genkeypair",
            "-alias",
            "test",
            "-keyalg",
            "EC",
            "-groupname",
            "secp256r1",
            "-dname",
            "CN=test",
            "-ext",
            "SAN=" + names,
            "-validity",
            "2",
            "-storetype",
            "PKCS12"));
    keytool(List.of("-exportcert", "-rfc", "-alias", "test", "-file", pem.toString()));
  }

  /** The certificate in PEM form, to trust it. */
  public Path pem() {
    return pem;
  }

  /** For a server that shows it. */
  public SSLContext context() throws IOException, GeneralSecurityException {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
    managers.init(keys, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  private void keytool(List<String> arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(arguments);
    command.addAll(List.of("-keystore", store.toString(), "-storepass", PASSWORD));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes());
    if (process.waitFor() != 0) {
      throw new IOException("keytool failed: " + said);
    }
  }
}
