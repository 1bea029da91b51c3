package dev.teiten.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A class name leads to one file, as CONTRIBUTING.md requires. */
class NamesTest {
  /** Words of the field, and of a program in Java. */
  private static final Set<String> SINGLE_WORDS =
      Set.of(
          ("Archive Cli Cluster Contributor Counterfactual Dialect Dimension Engine Fingerprint"
                  + " Fingerprinter Guard Hint Incident Instance Inventory Ledger Lexer Predictors"
                  + " Price Promise Ranking Role Sentence Slice Sparkline Task Teiten")
              .split(" "));

  private static List<String> names() {
    return Stream.of("fixtures", "analyzer", "web")
        .flatMap(module -> CodeLength.ofFiles(module).stream())
        .map(file -> file.name().replaceFirst("^.*[/\\\\]", "").replace(".java", ""))
        .filter(name -> !name.equals("package-info"))
        .toList();
  }

  @Test
  void aNameStandsOnce() {
    Set<String> seen = new HashSet<>();
    assertThat(names()).hasSizeGreaterThan(700).allMatch(seen::add);
  }

  @Test
  void aNameHasTwoWordsUnlessTheFieldHasTheWord() {
    assertThat(names())
        .filteredOn(name -> name.matches("[A-Z][a-z0-9]*"))
        .containsExactlyInAnyOrderElementsOf(SINGLE_WORDS);
  }
}
