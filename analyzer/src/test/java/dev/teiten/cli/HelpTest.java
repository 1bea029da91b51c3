package dev.teiten.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/**
 * Every command prints its help in a separate process: picocli writes its warnings about malformed
 * texts to the standard error stream of the process.
 */
class HelpTest {

  /** The main class of the process. */
  static final class Main {
    private Main() {}

    public static void main(String[] args) {
      print(Cli.commandLine());
    }

    private static void print(CommandLine command) {
      command.usage(System.out);
      command.getSubcommands().values().forEach(Main::print);
    }
  }

  @Test
  void noHelpPrintsAWarning() throws IOException, InterruptedException {
    String output = run();

    assertThat(output).contains("Usage: teiten collect", "Usage: teiten check", "80 % less work?");
    assertThat(output).doesNotContain("WARN");
  }

  /** Both output streams of the process. */
  private static String run() throws IOException, InterruptedException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName());
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return output;
  }
}
