package dev.teiten.web.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumberFormatsTest {

  @Test
  void showsWhatIsNotKnownAsADashInEveryFormat() {
    assertThat(NumberFormats.load(null)).isEqualTo("–");
    assertThat(NumberFormats.percent(null)).isEqualTo("–");
    assertThat(NumberFormats.signedPercent(Double.NaN)).isEqualTo("–");
    assertThat(NumberFormats.signedLoad(null)).isEqualTo("–");
    assertThat(NumberFormats.usd(null)).isEqualTo("–");
    assertThat(NumberFormats.factor(null)).isEqualTo("–");
    assertThat(NumberFormats.millis(null)).isEqualTo("–");
    assertThat(NumberFormats.count(null)).isEqualTo("–");
  }

  @Test
  void showsAZeroAsAZero() {
    assertThat(NumberFormats.load(0.0)).isEqualTo("0.00");
    assertThat(NumberFormats.percent(0.0)).isEqualTo("0\u00a0%");
    assertThat(NumberFormats.usd(0.0)).isEqualTo("$0");
    assertThat(NumberFormats.signedLoad(-0.0001)).isEqualTo("0.00");
  }

  @Test
  void keepsTwoDecimalsOfALoadBelowAHundred() {
    assertThat(NumberFormats.load(12.406)).isEqualTo("12.41");
    assertThat(NumberFormats.load(214.33)).isEqualTo("214.3");
    assertThat(NumberFormats.load(1234.4)).isEqualTo("1,234");
  }

  @Test
  void turnsSharesIntoPercentages() {
    assertThat(NumberFormats.percent(0.262)).isEqualTo("26\u00a0%");
    assertThat(NumberFormats.percent(0.034)).isEqualTo("3.4\u00a0%");
    assertThat(NumberFormats.signedPercent(0.52)).isEqualTo("+52\u00a0%");
    assertThat(NumberFormats.signedPercent(-0.08)).isEqualTo("−8\u00a0%");
  }

  @Test
  void neverRoundsCoverageUpToTheWhole() {
    assertThat(NumberFormats.coverage(0.99996)).isEqualTo("99.9\u00a0%");
    // The sentences of the review round alike.
    assertThat(NumberFormats.coverage(1 / 7.0)).isEqualTo("14.3\u00a0%");
    assertThat(NumberFormats.coverage(1)).isEqualTo("100\u00a0%");
  }

  @Test
  void putsTheSignOfMoneyBeforeTheDollar() {
    assertThat(NumberFormats.usd(-10_161.6)).isEqualTo("−$10,162");
    assertThat(NumberFormats.usd(30_484.8)).isEqualTo("$30,485");
    assertThat(NumberFormats.signedUsd(15_242.4)).isEqualTo("+$15,242");
    assertThat(NumberFormats.signedUsd(-10_161.6)).isEqualTo("−$10,162");
    assertThat(NumberFormats.signedUsd(0.0)).isEqualTo("$0");
    assertThat(NumberFormats.signedUsd(null)).isEqualTo("–");
  }

  @Test
  void writesCoordinatesWithAPointInEveryLocale() {
    assertThat(NumberFormats.coordinate(33.3333)).isEqualTo("33.33");
    assertThat(NumberFormats.coordinate(100)).isEqualTo("100");
  }
}
