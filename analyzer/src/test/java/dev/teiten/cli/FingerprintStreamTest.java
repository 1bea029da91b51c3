package dev.teiten.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Runs {@code teiten fingerprint} as a separate process. */
@Tag("slow")
class FingerprintStreamTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MILLION = 1_000_000;

  /** The main class of the process. */
  static final class Main {
    private Main() {}

    public static void main(String[] args) {
      System.exit(Cli.execute(Cli.commandLine(), args));
    }
  }

  private static Process start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx32m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(Main.class.getName());
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  private static PrintWriter input(Process process) {
    return new PrintWriter(
        new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8), false);
  }

  private static BufferedReader output(Process process) {
    return new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  @Test
  void aMillionLinesNeedNoMoreMemoryThanAFew() throws Exception {
    Process process = start("fingerprint");
    CompletableFuture<Void> writing =
        CompletableFuture.runAsync(
            () -> {
              try (PrintWriter in = input(process)) {
                for (int i = 0; i < MILLION; i++) {
                  in.println("\"SELECT a FROM t" + i % 500 + " WHERE b = " + i + "\"");
                }
              }
            });
    int lines = 0;
    try (BufferedReader out = output(process)) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        assertThat(line).contains("from t" + lines % 500 + " where b = ?");
        lines++;
      }
    }
    writing.join();

    assertThat(lines).isEqualTo(MILLION);
    assertThat(process.waitFor()).isZero();
  }

  @Test
  void everyLineGivesAnObjectInItsOrderWhateverItIs() throws Exception {
    Process process = start("fingerprint", "--dialect", "postgresql", "--shard-digits", "2");
    List<String> lines =
        List.of(
            "\"select \\\"Id\\\" from t where a = $1\"",
            "no json",
            "",
            "42",
            "\"\"",
            "[\"a\"]",
            "\"select a from logs_0042\"");
    try (PrintWriter in = input(process)) {
      lines.forEach(in::println);
    }
    List<String> statements = new ArrayList<>();
    try (BufferedReader out = output(process)) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        JsonNode object = JSON.readTree(line);
        assertThat(object.get("id").textValue()).startsWith("t3-");
        assertThat(object.get("parsed").isBoolean()).isTrue();
        statements.add(object.get("statement").textValue());
      }
    }

    assertThat(statements)
        .containsExactly(
            "select \"Id\" from t where a = ?",
            "<empty>",
            "<empty>",
            "<empty>",
            "<empty>",
            "<empty>",
            "select a from logs_?");
    assertThat(process.waitFor()).isZero();
  }

  @Test
  void aLineEndsWithALineFeedAndHoldsNothingButAString() throws Exception {
    Process process = start("fingerprint");
    try (PrintWriter in = input(process)) {
      in.print("\"select 1\"\r\n\"a\rb\"\n\"select 1\" \"select 2\"\n \"select 1\" \n\"select 1\"");
    }
    List<String> statements = new ArrayList<>();
    try (BufferedReader out = output(process)) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        statements.add(JSON.readTree(line).get("statement").textValue());
      }
    }

    assertThat(statements)
        .containsExactly("select ?", "<empty>", "<empty>", "select ?", "select ?");
    assertThat(process.waitFor()).isZero();
  }

  @Test
  void endsWhenNobodyReadsAnyMore() throws Exception {
    Process process = start("fingerprint");
    CompletableFuture<Void> endless =
        CompletableFuture.runAsync(
            () -> {
              PrintWriter in = input(process);
              while (!in.checkError()) {
                in.println("\"SELECT a FROM t\"");
              }
            });
    try (BufferedReader out = output(process)) {
      assertThat(out.readLine()).contains("select a from t");
    }

    assertThat(process.waitFor()).isZero();
    endless.join();
  }

  @Test
  void aShardRuleThatCannotBeIsRefused() throws Exception {
    Process process = start("fingerprint", "--shard-digits", "1");
    input(process).close();

    assertThat(process.waitFor()).isEqualTo(2);
  }
}
