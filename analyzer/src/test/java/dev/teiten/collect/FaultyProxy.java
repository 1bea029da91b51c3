package dev.teiten.collect;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiPredicate;

/** Forwards requests to the endpoints, and lets the requests of one phase of a collect fail. */
final class FaultyProxy implements AutoCloseable {
  /**
   * Headers that the HTTP client writes itself. Every other header may be part of the signature.
   */
  private static final Set<String> OF_CONNECTION =
      Set.of("connection", "content-length", "expect", "upgrade");

  static {
    System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
  }

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** Number of calls that a passing fault hits: fewer than the SDK's attempts. */
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

  /** The fault that replaces the answer of AWS. */
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

    /** Whether the fault hits only a few calls. */
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
   * @param hit whether the fault applies to an operation with a body
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

  /** Number of calls of the phase. */
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
    HttpRequest.Builder request =
        HttpRequest.newBuilder(target).POST(HttpRequest.BodyPublishers.ofByteArray(body));
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (!OF_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                request.setHeader(name, values.get(0));
              }
            });
    try {
      HttpResponse<byte[]> response =
          CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      return new Answer(response.statusCode(), response.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
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
