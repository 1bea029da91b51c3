package dev.teiten.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTableTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "=1+1, '=1+1",
        "@sum(a1), '@sum(a1)",
        "-cmd, '-cmd",
        "-0.25, -0.25",
        "+36 %, +36 %",
        "likes, likes"
      })
  void aSpreadsheetTakesNoCellForAFormula(String cell, String printed) {
    String csv = new TextTable(List.of("column"), List.of(List.of(cell))).csv();
    assertThat(csv.lines().skip(1)).containsExactly(printed);
  }
}
