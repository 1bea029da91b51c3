package dev.teiten.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The policy of {@link SecurityHeaders} allows no inline style or script, so none is written. */
class TemplatesTest {

  private static final List<Pattern> FORBIDDEN =
      List.of(
          Pattern.compile("\\sstyle\\s*=", Pattern.CASE_INSENSITIVE),
          Pattern.compile("<style", Pattern.CASE_INSENSITIVE),
          Pattern.compile("\\son[a-z]+\\s*=", Pattern.CASE_INSENSITIVE),
          Pattern.compile("javascript:", Pattern.CASE_INSENSITIVE),
          Pattern.compile("<script(?![^>]*\\ssrc=)", Pattern.CASE_INSENSITIVE),
          Pattern.compile("<script[^>]*>[^<]"),
          Pattern.compile("\\$unsafe"),
          Pattern.compile("https?://(?!www\\.w3\\.org/2000/svg)"));

  static List<Path> templates() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/jte"))) {
      return files.filter(file -> file.toString().endsWith(".jte")).toList();
    }
  }

  @ParameterizedTest
  @MethodSource("templates")
  void holdNothingInlineAndNothingUnescaped(Path template) throws IOException {
    String text = Files.readString(template);
    for (Pattern pattern : FORBIDDEN) {
      assertThat(pattern.matcher(text).results().map(match -> match.group()).toList())
          .as("%s in %s", pattern, template)
          .isEmpty();
    }
  }
}
