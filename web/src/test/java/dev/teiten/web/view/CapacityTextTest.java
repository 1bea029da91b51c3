package dev.teiten.web.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.size.SizingAdvice.Current;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CapacityTextTest {
  private static final PageTexts ENGLISH = PageTexts.in("en");

  @Test
  void aCapacityIsItsInstancesAndTheirClass() {
    assertThat(text("db.r5.large", "db.r5.large", 2)).isEqualTo("1 + 2 × db.r5.large");
    assertThat(text("db.r5.large", "db.r6g.large", 2)).isEqualTo("db.r5.large + 2 × db.r6g.large");
    assertThat(text("db.r5.large", null, 0)).isEqualTo("1 × db.r5.large");
  }

  @Test
  void aClassThatIsNotKnownIsSaidToBe() {
    assertThat(text(null, null, 0)).isEqualTo("1, class not known");
    assertThat(text(null, null, 3)).isEqualTo("1 + 3, class not known");
    assertThat(CapacityText.text(now(null, null, 3), PageTexts.in("ja"))).isEqualTo("1 + 3、クラス不明");
  }

  private static String text(@Nullable String writer, @Nullable String reader, int readers) {
    return CapacityText.text(now(writer, reader, readers), ENGLISH);
  }

  private static Current now(@Nullable String writer, @Nullable String reader, int readers) {
    return new Current(writer, reader, readers, null, null, null, null, null, null);
  }
}
