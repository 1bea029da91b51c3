package dev.teiten.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import dev.teiten.archive.Archive;
import dev.teiten.archive.InstanceDays;
import dev.teiten.archive.duckdb.DuckDbEngine;
import dev.teiten.load.ReviewWeek;
import dev.teiten.load.Role;
import dev.teiten.load.TeitenException;
import dev.teiten.source.MonitoredInstance;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Messages to a webhook that answers as told. */
@Tag("slow")
class NotifyOptionsTest {
  private static final ReviewWeek WEEK = ReviewWeek.parse("2026-W46", ZoneOffset.UTC);

  @TempDir Path folder;

  private final List<String> bodies = new ArrayList<>();
  private final Deque<Integer> answers = new ArrayDeque<>();
  private HttpServer receiver;
  private String err = "";

  @BeforeEach
  void listen() throws IOException {
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext(
        "/",
        exchange -> {
          bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          Integer answer = answers.poll();
          exchange.sendResponseHeaders(answer == null ? 200 : answer, -1);
          exchange.close();
        });
    receiver.start();
  }

  @AfterEach
  void stop() {
    receiver.stop(0);
  }

  private URI address() {
    return URI.create("http://127.0.0.1:" + receiver.getAddress().getPort() + "/T0/SECRET");
  }

  private int run(String... arguments) {
    CommandLine line = Cli.commandLine((review, language) -> "");
    StringWriter told = new StringWriter();
    line.setOut(new PrintWriter(new StringWriter())).setErr(new PrintWriter(told));
    int status = Cli.execute(line, arguments);
    err = told.toString();
    return status;
  }

  private void collect() {
    try (Archive archive = new Archive(folder, new DuckDbEngine())) {
      MonitoredInstance instance =
          InstanceDays.instance(
              "us-east-1", "a b", "a-1", "db.r6g.large", Role.WRITER, WEEK.range().from());
      archive.addInventory(List.of(instance));
      archive.putDay(InstanceDays.day(instance, WEEK.monday(), at -> 1), true);
    }
  }

  private int review(String notify) {
    return run(
        "review",
        "--archive",
        folder.toString(),
        "--week",
        "2026-W46",
        "--notify",
        notify,
        "--base-url",
        "https://teiten.example/");
  }

  @Test
  void theReviewIsAMessageWithALink() throws IOException {
    collect();

    assertThat(review(address().toString())).as(err).isZero();
    assertThat(bodies).hasSize(1);
    assertThat(new ObjectMapper().readTree(bodies.get(0)).path("text").asText())
        .startsWith("*<https://teiten.example/clusters/a%20b/weeks/2026-W46|a b 2026-W46>*\n")
        .contains("load");
  }

  @Test
  void aWrongAddressIsASettingAndIsNotRepeated() {
    collect();

    assertThat(review("hooks.example/SECRET")).isEqualTo(2);
    assertThat(err).contains("--notify", "https://").doesNotContain("SECRET");
  }

  @Test
  void aBusyReceiverIsTriedAgain() {
    answers.addAll(List.of(503, 429));

    new ChatWebhook(address(), Duration.ofMillis(1)).post("{}");

    assertThat(bodies).containsExactly("{}", "{}", "{}");
  }

  @Test
  void aRefusalIsToldByTheHostAlone() {
    answers.add(404);

    assertThatThrownBy(() -> new ChatWebhook(address(), Duration.ofMillis(1)).post("{}"))
        .isInstanceOf(TeitenException.class)
        .hasMessageContaining("127.0.0.1: it answers 404")
        .hasMessageNotContaining("SECRET");
    assertThat(bodies).hasSize(1);
  }

  @Test
  void aCollectThatFailsIsTold() {
    int status =
        run(
            "collect",
            "--archive",
            folder.toString(),
            "--region",
            "us-east-1",
            "--endpoint-url",
            "http://127.0.0.1:9",
            "--notify",
            address().toString());

    assertThat(status).isEqualTo(1);
    assertThat(bodies).singleElement().asString().contains("teiten collect: ");
  }
}
