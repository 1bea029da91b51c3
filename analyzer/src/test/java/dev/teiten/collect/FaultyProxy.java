package dev.teiten.collect;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiPredicate;

/** Hands requests on to the endpoints, and lets those of one phase of a collect fail. */
final class FaultyProxy implements AutoCloseable {
  /** How many calls a passing fault hits: fewer than the SDK's attempts. */
  private static final int PASSING = 2;

  /** The phases of a collect that ask AWS. */
  enum Phase {
    INVENTORY,
    LISTING,
    MINUTES,
    HOURS,
    TEXTS,
    EVENTS;

    static Phase of(String operation, String body) {
      if (operation.startsWith("ListAvailable")) {
        return LISTING;
      }
      if (operation.equals("GetResourceMetrics")) {
        return MINUTES;
      }
      if (operation.equals("DescribeEvents")) {
        return EVENTS;
      }
      if (operation.equals("GetDimensionKeyDetails") || body.contains("\"db.sql\"")) {
        return TEXTS;
      }
      return operation.equals("DescribeDimensionKeys") ? HOURS : INVENTORY;
    }
  }

  /** What AWS answers instead. */
  enum Fault {
    THROTTLED(400, "ThrottlingException", true),
    FAILING(500, "InternalServiceError", true),
    CUT(200, "", true),
    SLOW(200, "", true),
    EXPIRED(403, "ExpiredTokenException", false),
    DENIED(403, "AccessDeniedException", false),
    GONE(400, "InvalidArgumentException", false),
    UNKNOWN(400, "UnknownOperationException", false),
    BROKEN(500, "InternalServiceError", false);

    private final int status;
    private final String code;
    private final boolean passing;

    Fault(int status, String code, boolean passing) {
      this.status = status;
      this.code = code;
      this.passing = passing;
    }

    /** Whether it hits a few calls only. */
    boolean isPassing() {
      return passing;
    }
  }

  private record Answer(int status, byte[] body) {}

  private final URI target;
  private final BiPredicate<String, String> hit;
  private final Fault fault;
  private final AtomicInteger calls = new AtomicInteger();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;

  FaultyProxy(URI target, Phase phase, Fault fault) {
    this(target, (operation, body) -> Phase.of(operation, body) == phase, fault);
  }

  /**
   * @param hit whether an operation with a body is meant
   */
  FaultyProxy(URI target, BiPredicate<String, String> hit, Fault fault) {
    this.target = target;
    this.hit = hit;
    this.fault = fault;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** How many calls of the phase came. */
  int calls() {
    return calls.get();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      boolean json = exchange.getRequestHeaders().containsKey("X-Amz-Target");
      boolean hit = hits(exchange, new String(body, StandardCharsets.UTF_8));
      Answer answer = hit && !fault.code.isEmpty() ? refusal(json) : forward(exchange, body);
      if (hit && fault == Fault.SLOW) {
        pause();
      }
      exchange
          .getResponseHeaders()
          .set("Content-Type", json ? "application/x-amz-json-1.1" : "text/xml");
      exchange.sendResponseHeaders(answer.status, answer.body.length);
      try (OutputStream out = exchange.getResponseBody()) {
        int length = answer.body.length;
        out.write(answer.body, 0, hit && fault == Fault.CUT ? length / 2 : length);
      }
    }
  }

  private boolean hits(HttpExchange exchange, String body) {
    String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
    String operation =
        target == null
            ? body.replaceFirst("(?s).*Action=(\\w+).*", "$1")
            : target.substring(target.indexOf('.') + 1);
    if (!hit.test(operation, body)) {
      return false;
    }
    int number = calls.incrementAndGet();
    return !fault.passing || number <= PASSING;
  }

  private Answer refusal(boolean json) {
    String code =
        json
            ? fault.code
            : fault.code.replaceFirst("(Throttling|AccessDenied|ExpiredToken)Exception", "$1");
    String text =
        json
            ? "{\"__type\":\"" + code + "\",\"Message\":\"on purpose\"}"
            : "<ErrorResponse><Error><Type>Sender</Type><Code>"
                + code
                + "</Code><Message>on purpose</Message></Error><RequestId>r</RequestId></ErrorResponse>";
    return new Answer(fault.status, text.getBytes(StandardCharsets.UTF_8));
  }

  private Answer forward(HttpExchange exchange, byte[] body) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) target.toURL().openConnection();
    connection.setRequestMethod("POST");
    connection.setDoOutput(true);
    for (String name :
        List.of(
            "Authorization",
            "Content-Type",
            "X-Amz-Date",
            "X-Amz-Target",
            "X-Amz-Content-Sha256")) {
      String value = exchange.getRequestHeaders().getFirst(name);
      if (value != null) {
        connection.setRequestProperty(name, value);
      }
    }
    connection.getOutputStream().write(body);
    int status = connection.getResponseCode();
    try (InputStream in =
        status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
      return new Answer(status, in.readAllBytes());
    }
  }

  private static void pause() {
    try {
      Thread.sleep(400);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
