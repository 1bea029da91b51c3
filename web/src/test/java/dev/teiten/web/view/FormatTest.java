package dev.teiten.web.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FormatTest {

  @Test
  void showsWhatIsNotKnownAsADashInEveryFormat() {
    assertThat(Format.load(null)).isEqualTo("–");
    assertThat(Format.percent(null)).isEqualTo("–");
    assertThat(Format.signedPercent(Double.NaN)).isEqualTo("–");
    assertThat(Format.signedLoad(null)).isEqualTo("–");
    assertThat(Format.usd(null)).isEqualTo("–");
    assertThat(Format.factor(null)).isEqualTo("–");
    assertThat(Format.millis(null)).isEqualTo("–");
    assertThat(Format.count(null)).isEqualTo("–");
  }

  @Test
  void showsAZeroAsAZero() {
    assertThat(Format.load(0.0)).isEqualTo("0.00");
    assertThat(Format.percent(0.0)).isEqualTo("0\u00a0%");
    assertThat(Format.usd(0.0)).isEqualTo("$0");
    assertThat(Format.signedLoad(-0.0001)).isEqualTo("0.00");
  }

  @Test
  void keepsTwoDecimalsOfALoadBelowAHundred() {
    assertThat(Format.load(12.406)).isEqualTo("12.41");
    assertThat(Format.load(214.33)).isEqualTo("214.3");
    assertThat(Format.load(1234.4)).isEqualTo("1,234");
  }

  @Test
  void turnsSharesIntoPercentages() {
    assertThat(Format.percent(0.262)).isEqualTo("26\u00a0%");
    assertThat(Format.percent(0.034)).isEqualTo("3.4\u00a0%");
    assertThat(Format.signedPercent(0.52)).isEqualTo("+52\u00a0%");
    assertThat(Format.signedPercent(-0.08)).isEqualTo("−8\u00a0%");
  }

  @Test
  void neverRoundsCoverageUpToTheWhole() {
    assertThat(Format.coverage(0.99996)).isEqualTo("99.9\u00a0%");
    // As the sentences of the review round it.
    assertThat(Format.coverage(1 / 7.0)).isEqualTo("14.3\u00a0%");
    assertThat(Format.coverage(1)).isEqualTo("100\u00a0%");
  }

  @Test
  void putsTheSignOfMoneyBeforeTheDollar() {
    assertThat(Format.usd(-10_161.6)).isEqualTo("−$10,162");
    assertThat(Format.usd(30_484.8)).isEqualTo("$30,485");
    assertThat(Format.signedUsd(15_242.4)).isEqualTo("+$15,242");
    assertThat(Format.signedUsd(-10_161.6)).isEqualTo("−$10,162");
    assertThat(Format.signedUsd(0.0)).isEqualTo("$0");
    assertThat(Format.signedUsd(null)).isEqualTo("–");
  }

  @Test
  void writesCoordinatesWithAPointInEveryLocale() {
    assertThat(Format.coordinate(33.3333)).isEqualTo("33.33");
    assertThat(Format.coordinate(100)).isEqualTo("100");
  }

  @Test
  void cutsALongTextAndSaysSo() {
    assertThat(Format.cut("select ?", 8)).isEqualTo("select ?");
    assertThat(Format.cut("select ? from t", 9)).isEqualTo("select ? …");
  }
}
