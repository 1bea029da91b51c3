package dev.teiten.web.job;

import dev.teiten.fixtures.endpoint.wire.ExampleCredentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs {@code teiten} as a separate process with a separate environment. */
final class TeitenProcess {
  private final Map<String, String> environment = new HashMap<>();

  private TeitenProcess() {
    environment.put("AWS_EC2_METADATA_DISABLED", "true");
    environment.put("AWS_CONFIG_FILE", "/nonexistent");
    environment.put("AWS_SHARED_CREDENTIALS_FILE", "/nonexistent");
  }

  static TeitenProcess withoutCredentials() {
    return new TeitenProcess();
  }

  static TeitenProcess withCredentials(URI endpoint, String region) {
    TeitenProcess program = new TeitenProcess();
    program.environment.put("AWS_ACCESS_KEY_ID", ExampleCredentials.ACCESS_KEY_ID);
    program.environment.put("AWS_SECRET_ACCESS_KEY", ExampleCredentials.SECRET_ACCESS_KEY);
    program.environment.put("AWS_ENDPOINT_URL", endpoint.toString());
    program.environment.put("AWS_REGION", region);
    return program;
  }

  TeitenProcess with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** The result of a run. */
  record Result(int status, String out, String err) {}

  Result run(String... arguments) {
    return runWithInput("", arguments);
  }

  Result runWithInput(String input, String... arguments) {
    try {
      Path folder = Files.createDirectories(Path.of("target"));
      Path in = Files.createTempFile(folder, "teiten", ".in");
      Path out = Files.createTempFile(folder, "teiten", ".out");
      Path err = Files.createTempFile(folder, "teiten", ".err");
      Files.writeString(in, input);
      ProcessBuilder builder = new ProcessBuilder(command(arguments));
      builder.environment().clear();
      builder.environment().putAll(environment);
      Process process =
          builder
              .redirectInput(in.toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
      if (!process.waitFor(15, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IllegalStateException(
            "still running after 15 minutes: " + String.join(" ", arguments));
      }
      Files.delete(in);
      return new Result(process.exitValue(), read(out), read(err));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static List<String> command(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // The launcher starts short commands with these two options.
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.teiten.web.Teiten"));
    command.addAll(List.of(arguments));
    return command;
  }

  private static String read(Path file) throws IOException {
    String text = Files.readString(file, StandardCharsets.UTF_8);
    Files.delete(file);
    return text;
  }
}
