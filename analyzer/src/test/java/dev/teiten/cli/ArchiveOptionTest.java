package dev.teiten.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class ArchiveOptionTest {
  @ParameterizedTest
  @ValueSource(strings = {"clusters", "collect --region us-east-1"})
  void anAddressIsNoFolderAndMakesNone(String command) {
    StringWriter err = new StringWriter();
    CommandLine line = Cli.commandLine((review, language) -> "").setErr(new PrintWriter(err));
    String[] arguments = (command + " --archive s3://bucket/prefix").split(" ");
    assertThat(Cli.execute(line, arguments)).isEqualTo(2);
    assertThat(err.toString()).contains("s3:", "Name a folder");
    assertThat(Files.exists(Path.of("s3:"))).isFalse();
  }
}
