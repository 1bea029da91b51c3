package dev.teiten.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextCutTest {
  @Test
  void aShortTextStays() {
    assertThat(TextCut.toLength("select", 6)).isEqualTo("select");
  }

  @Test
  void aLongTextEndsWithAnEllipsis() {
    assertThat(TextCut.toLength("select 1", 6)).isEqualTo("selec…");
    assertThat(TextCut.toLength("select ? from t", 9)).isEqualTo("select ?…");
  }

  @Test
  void aSurrogatePairIsNeverSplit() {
    assertThat(TextCut.toLength("😀😀😀", 3)).isEqualTo("😀😀😀");
    assertThat(TextCut.toLength("😀😀😀", 2)).isEqualTo("😀…");
  }
}
