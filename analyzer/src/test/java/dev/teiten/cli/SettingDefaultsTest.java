package dev.teiten.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** An unreadable settings file is a wrong setting, reported in one line. */
class SettingDefaultsTest {
  @TempDir Path folder;

  private static String refused(Path file) {
    StringWriter err = new StringWriter();
    CommandLine line = Cli.commandLine();
    line.setErr(new PrintWriter(err, true));

    assertThat(Cli.execute(line, "prices", "--config", file.toString())).isEqualTo(2);
    assertThat(err.toString().lines()).hasSize(1);
    return err.toString();
  }

  @Test
  void fileThatIsNotThere() {
    assertThat(refused(folder.resolve("none"))).contains("--config", "is not there");
  }

  @Test
  void fileThatIsNoPropertiesFile() throws IOException {
    Path file = Files.writeString(folder.resolve("broken"), "archive=\\u00zz");

    assertThat(refused(file)).contains("cannot be read", "properties file");
  }
}
