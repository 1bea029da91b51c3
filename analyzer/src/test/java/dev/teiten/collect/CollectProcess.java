package dev.teiten.collect;

import dev.teiten.cli.Cli;
import dev.teiten.fixtures.endpoint.wire.ExampleCredentials;
import dev.teiten.load.TimeRange;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs {@code teiten collect} as a separate process. */
public final class CollectProcess {
  private CollectProcess() {}

  /** Runs the analyzer's commands. */
  public static void main(String[] args) {
    System.exit(Cli.execute(Cli.commandLine((review, language) -> ""), args));
  }

  static Process start(EmulatedAws aws, Path folder, TimeRange range) throws IOException {
    return start(CollectProcess.class, List.of(), aws, arguments(folder, range), log(folder));
  }

  /** The output of the last process that collected into the folder. */
  static Path log(Path folder) {
    return Path.of("target", "collect-" + folder.getFileName() + ".log");
  }

  private static List<String> arguments(Path folder, TimeRange range) {
    return List.of(
        "collect",
        "--archive",
        folder.toString(),
        "--from",
        range.from().toString(),
        "--to",
        range.to().toString());
  }

  /** Starts a test class with the credentials of the emulated account. */
  static Process start(
      Class<?> main, List<String> vm, EmulatedAws aws, List<String> arguments, Path log)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(vm);
    command.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path")));
    command.add(main.getName());
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(log.toFile());
    builder.environment().put("AWS_ACCESS_KEY_ID", ExampleCredentials.ACCESS_KEY_ID);
    builder.environment().put("AWS_SECRET_ACCESS_KEY", ExampleCredentials.SECRET_ACCESS_KEY);
    builder.environment().put("AWS_REGION", aws.fleet().region());
    builder.environment().put("AWS_ENDPOINT_URL", aws.uri().toString());
    builder.environment().put("AWS_EC2_METADATA_DISABLED", "true");
    return builder.start();
  }
}
