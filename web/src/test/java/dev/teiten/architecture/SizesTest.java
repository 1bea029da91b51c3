package dev.teiten.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Files and methods are short, as CONTRIBUTING.md requires: 95 % are within the limit, none far
 * beyond it.
 */
class SizesTest {
  private static final double SHARE_WITHIN_LIMIT = 0.95;

  @ParameterizedTest
  @ValueSource(strings = {"fixtures", "analyzer", "web"})
  void filesHaveTwoHundredLines(String module) {
    List<CodeLength> files = CodeLength.ofFiles(module);
    assertShort(files, 200, 260);
    assertThat(files.stream().filter(file -> file.lines() <= 80).count())
        .as("half of the files have 80 lines at most")
        .isGreaterThanOrEqualTo(files.size() / 2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"fixtures", "analyzer", "web"})
  void methodsHaveTwentyFiveLines(String module) {
    assertShort(CodeLength.ofMethods(module), 25, 60);
  }

  private static void assertShort(List<CodeLength> code, int limit, int longest) {
    assertThat(code).hasSizeGreaterThan(50).allMatch(part -> part.lines() <= longest);
    List<CodeLength> beyond = code.stream().filter(part -> part.lines() > limit).toList();
    assertThat(beyond).hasSizeLessThanOrEqualTo((int) (code.size() * (1 - SHARE_WITHIN_LIMIT)));
  }
}
