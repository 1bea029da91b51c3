package dev.teiten.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.archive.files.ArchiveFormat;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Every command refuses an archive of a newer format, and leaves it as it is. */
class NewerArchiveTest {
  @TempDir Path folder;
  private final StringWriter err = new StringWriter();

  private int run(String command) {
    List<String> arguments = new ArrayList<>(List.of(command.split(" ")));
    arguments.add("--archive=" + folder);
    CommandLine line = Cli.commandLine((review, language) -> "");
    line.setErr(new PrintWriter(err));
    return Cli.execute(line, arguments.toArray(String[]::new));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "clusters",
        "collect --region=us-east-1",
        "mark --cluster=shop --label=deploy",
        "prices",
        "prices --update",
        "rank --cluster=shop --week=2026-W46",
        "review --week=2026-W46",
        "sample --jdbc-url=jdbc:mysql://127.0.0.1:1/ --cluster=local --for=PT1M",
        "size --cluster=shop --week=2026-W46"
      })
  void aCommandRefusesIt(String command) throws IOException {
    Files.createFile(folder.resolve("format-99"));
    assertThat(run(command)).isEqualTo(CommandErrors.FAILED);
    assertThat(err.toString())
        .isEqualToIgnoringNewLines(
            "teiten: The archive in "
                + folder
                + " has format 99; this Teiten reads formats up to "
                + ArchiveFormat.CURRENT
                + ". Update Teiten, or name another"
                + " archive with --archive.");
    assertThat(folder.toFile().list()).containsExactly("format-99");
  }

  @Test
  void filesOfOtherNamesAreNoVersion() throws IOException {
    for (String name : List.of("format-", "format-03", "format-9.txt", "format-9999999999")) {
      Files.createFile(folder.resolve(name));
    }
    assertThat(run("clusters")).isEqualTo(0);
  }
}
