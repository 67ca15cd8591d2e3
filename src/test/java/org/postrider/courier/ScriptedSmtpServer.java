package org.postrider.courier;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * A small SMTP server on 127.0.0.1 that does what a script says. A rule holds for every line that
 * begins with its text, whatever the case, such as {@code MAIL}, {@code RCPT TO:<gone@} or {@code
 * .} (the answer to the whole message); {@code CONNECT} stands for the greeting and {@code BODY}
 * for the first line of the message. Later rules go before earlier ones.
 */
public final class ScriptedSmtpServer implements AutoCloseable {

  /** Instead of a reply: the connection is closed without a word. */
  public static final String CUT = "cut";

  private final ServerSocket listener;
  private final SSLContext tls;
  private final boolean implicitTls;
  private final List<Rule> rules = new CopyOnWriteArrayList<>();
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final List<String> commands = new CopyOnWriteArrayList<>();
  private final List<String> extensions = new CopyOnWriteArrayList<>();
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final AtomicInteger connections = new AtomicInteger();
  private final CountDownLatch closing = new CountDownLatch(1);

  /** A server that speaks no TLS. */
  public ScriptedSmtpServer() {
    this(Optional.empty(), false);
  }

  /** A server with STARTTLS, or TLS from the start. */
  public ScriptedSmtpServer(SSLContext tls, boolean implicit) {
    this(Optional.of(tls), implicit);
  }

  private ScriptedSmtpServer(Optional<SSLContext> tls, boolean implicit) {
    this.tls = tls.orElse(null);
    this.implicitTls = implicit;
    try {
      listener = new ServerSocket(0, 50, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (tls.isPresent() && !implicit) {
      extensions.add("STARTTLS");
    }
    start("accepting", this::accept);
  }

  public int port() {
    return listener.getLocalPort();
  }

  /** Announces another extension, such as {@code AUTH PLAIN LOGIN}. */
  public ScriptedSmtpServer announcing(String extension) {
    extensions.add(extension);
    return this;
  }

  /** The next line that begins with {@code text} gets {@code reply}, or {@link #CUT}. */
  public ScriptedSmtpServer once(String text, String reply) {
    return rule(new Rule(text, reply, Duration.ZERO, new AtomicInteger(1)));
  }

  /** Every line that begins with {@code text} gets {@code reply}, or {@link #CUT}. */
  public ScriptedSmtpServer always(String text, String reply) {
    return rule(new Rule(text, reply, Duration.ZERO, new AtomicInteger(Integer.MAX_VALUE)));
  }

  /** The answer to every line that begins with {@code text} waits {@code delay}. */
  public ScriptedSmtpServer slow(String text, Duration delay) {
    return rule(new Rule(text, "", delay, new AtomicInteger(Integer.MAX_VALUE)));
  }

  /** Forgets the script. */
  public void behave() {
    rules.clear();
  }

  /** Closes every connection, as a server does with idle ones. */
  public void hangUp() throws IOException {
    for (Socket socket : open) {
      socket.close();
    }
  }

  /** The messages answered with 250. */
  public List<Received> received() {
    return List.copyOf(received);
  }

  /** Every line seen outside messages. */
  public List<String> commands() {
    return List.copyOf(commands);
  }

  /** How many connections were accepted so far. */
  public int connections() {
    return connections.get();
  }

  @Override
  public void close() throws IOException {
    closing.countDown();
    listener.close();
    hangUp();
  }

  private ScriptedSmtpServer rule(Rule rule) {
    rules.add(0, rule);
    return this;
  }

  private void accept() throws IOException {
    while (!listener.isClosed()) {
      Socket socket = listener.accept();
      open.add(socket);
      connections.incrementAndGet();
      start("conversation", () -> new Conversation(socket).hold());
    }
  }

  private static void start(String name, Talk talk) {
    Thread thread =
        new Thread(
            () -> {
              try {
                talk.run();
              } catch (IOException e) {
                // The other side is gone, or the server was closed: either ends this conversation.
                return;
              }
            },
            "scripted-smtp-" + name);
    thread.setDaemon(true);
    thread.start();
  }

  /** One message taken. */
  public record Received(String from, String to, byte[] bytes, boolean overTls, String user) {

    public String text() {
      return new String(bytes, StandardCharsets.UTF_8);
    }

    public String header(String name) {
      String start = name.toLowerCase(Locale.ROOT) + ":";
      String unfolded = text().split("\r\n\r\n", 2)[0].replaceAll("\r\n[ \t]", " ");
      return unfolded
          .lines()
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
          .findFirst()
          .map(line -> line.substring(start.length()).strip())
          .orElse("");
    }
  }

  private interface Talk {
    void run() throws IOException;
  }

  private record Rule(String text, String reply, Duration delay, AtomicInteger uses) {
    boolean meets(String line) {
      return line.toLowerCase(Locale.ROOT).startsWith(text.toLowerCase(Locale.ROOT));
    }
  }

  private final class Conversation {
    private Socket socket;
    private InputStream in;
    private String from = "";
    private String to = "";
    private String user = "";

    Conversation(Socket socket) {
      this.socket = socket;
    }

    void hold() throws IOException {
      if (implicitTls) {
        wrap();
      }
      in = new BufferedInputStream(socket.getInputStream());
      answer("CONNECT", "220 scripted ESMTP");
      for (String line = readLine(); !line.isEmpty(); line = readLine()) {
        commands.add(line);
        obey(line);
      }
      socket.close();
    }

    private void obey(String line) throws IOException {
      String verb = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
      switch (verb) {
        case "EHLO" -> answer(line, ehlo());
        case "STARTTLS" -> {
          answer(line, "220 go on");
          wrap();
          in = new BufferedInputStream(socket.getInputStream());
        }
        case "AUTH" -> login(line);
        case "MAIL" -> {
          from = between(line);
          answer(line, "250 2.1.0 sender ok");
        }
        case "RCPT" -> {
          to = between(line);
          answer(line, "250 2.1.5 recipient ok");
        }
        case "DATA" -> take(line);
        case "QUIT" -> {
          answer(line, "221 bye");
          socket.close();
        }
        default -> answer(line, "250 ok");
      }
    }

    private String ehlo() {
      List<String> lines = new ArrayList<>(List.of("scripted"));
      extensions.stream()
          .filter(e -> !(e.equals("STARTTLS") && socket instanceof SSLSocket))
          .forEach(lines::add);
      StringBuilder reply = new StringBuilder();
      for (int i = 0; i < lines.size(); i++) {
        reply.append(i < lines.size() - 1 ? "250-" : "250 ").append(lines.get(i)).append("\r\n");
      }
      return reply.toString().strip();
    }

    private void login(String line) throws IOException {
      String response = line.substring(line.lastIndexOf(' ') + 1);
      if (response.equalsIgnoreCase("LOGIN")) {
        send("334 VXNlcm5hbWU6");
        user = new String(Base64.getDecoder().decode(readLine()), StandardCharsets.UTF_8);
        send("334 UGFzc3dvcmQ6");
        readLine();
      } else {
        user = new String(Base64.getDecoder().decode(response), StandardCharsets.UTF_8);
        user = user.split("\0")[1];
      }
      answer("AUTH", "235 2.7.0 welcome");
    }

    private void take(String line) throws IOException {
      if (!answer(line, "354 go on").startsWith("354")) {
        return;
      }
      ByteArrayOutputStream message = new ByteArrayOutputStream();
      String text = readRaw();
      reply("BODY", "").ifPresent(this::obeyInBody);
      while (!text.equals(".\r\n")) {
        if (text.isEmpty()) {
          throw new IOException("cut in the message");
        }
        byte[] bytes =
            (text.startsWith(".") ? text.substring(1) : text).getBytes(StandardCharsets.ISO_8859_1);
        message.write(bytes);
        text = readRaw();
      }
      Received letter =
          new Received(from, to, message.toByteArray(), socket instanceof SSLSocket, user);
      Optional<String> scripted = reply(".", "250 2.0.0 taken");
      if (scripted.filter(reply -> reply.startsWith("250")).isPresent()) {
        received.add(letter);
      }
      say(scripted.orElse(""));
    }

    private void obeyInBody(String reply) {
      if (reply.equals(CUT)) {
        try {
          // A reset rather than an orderly end, so that the sender's next write fails.
          socket.setSoLinger(true, 0);
          socket.close();
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }

    private String answer(String line, String usual) throws IOException {
      String reply = reply(line, usual).orElse("");
      say(reply);
      return reply;
    }

    private Optional<String> reply(String line, String usual) {
      String reply = usual;
      for (Rule rule : rules) {
        if (rule.meets(line) && rule.uses().get() > 0) {
          rule.uses().decrementAndGet();
          await(rule.delay());
          if (!rule.reply().isEmpty()) {
            reply = rule.reply();
            break;
          }
        }
      }
      return Optional.of(reply);
    }

    private void await(Duration delay) {
      try {
        closing.await(delay.toMillis(), TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private void say(String reply) throws IOException {
      if (reply.equals(CUT)) {
        socket.close();
        throw new IOException("cut by the script");
      }
      send(reply);
      if (reply.startsWith("421")) {
        socket.close();
      }
    }

    private void send(String line) throws IOException {
      socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
    }

    private void wrap() throws IOException {
      SSLSocket secure =
          (SSLSocket)
              tls.getSocketFactory().createSocket(socket, "127.0.0.1", socket.getPort(), true);
      secure.setUseClientMode(false);
      secure.startHandshake();
      socket = secure;
    }

    private String between(String line) {
      return line.substring(line.indexOf('<') + 1, line.lastIndexOf('>'));
    }

    private String readLine() throws IOException {
      return new String(readRaw().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)
          .strip();
    }

    private String readRaw() throws IOException {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      for (int c = in.read(); c >= 0; c = in.read()) {
        line.write(c);
        if (c == '\n') {
          break;
        }
      }
      return line.toString(StandardCharsets.ISO_8859_1);
    }
  }
}
