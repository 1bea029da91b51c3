package dev.teiten.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.load.ReviewWeek;
import dev.teiten.load.Sentence;
import dev.teiten.size.SizingAdvice;
import dev.teiten.size.SizingAdvice.Option;
import dev.teiten.size.SizingAdvice.Verdict;
import dev.teiten.size.SizingDetails;
import dev.teiten.size.SizingDetails.BreakEven;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FixSavingsTest {
  private static final ReviewWeek WEEK = new ReviewWeek(LocalDate.of(2026, 11, 9), ZoneOffset.UTC);

  private static Option option(double savingUsd) {
    return new Option(
        "db.r6g.large", null, 1, 300.0, savingUsd, null, null, null, null, null, null, null);
  }

  private static BreakEven fix(String query, @Nullable Double percent, @Nullable Double usd) {
    return new BreakEven(
        query, percent, 70, Sentence.plain(""), usd == null ? null : option(usd), usd);
  }

  private static SizingDetails details(BreakEven... fixes) {
    return new SizingDetails(
        List.of(), Map.of(), List.of(fixes), List.of(), null, null, null, List.of(), List.of());
  }

  private static Map<String, Double> savings(@Nullable Option recommended, BreakEven... fixes) {
    SizingAdvice advice =
        new SizingAdvice(
            "c",
            WEEK,
            recommended == null ? Verdict.KEEP : Verdict.REDUCE,
            List.of(),
            null,
            List.of(),
            recommended,
            List.of(),
            List.of(),
            null,
            List.of(),
            null,
            List.of(),
            details(fixes));
    return FixSavings.ofSingleFixes(advice);
  }

  @Test
  void whatCanBeGivenBackAnywayIsNoMeritOfAFix() {
    assertThat(savings(null, fix("a", 40.0, 900.0))).containsOnly(Map.entry("a", 900.0));
    assertThat(savings(option(500), fix("a", 40.0, 900.0))).containsOnly(Map.entry("a", 400.0));
    assertThat(savings(option(900), fix("a", 40.0, 900.0))).isEmpty();
  }

  @Test
  void aFixThatNobodyCanHopeForIsWorthNothing() {
    assertThat(savings(null, fix("a", 71.0, 900.0))).isEmpty();
    assertThat(savings(null, fix("a", 70.0, 900.0))).hasSize(1);
  }

  @Test
  void whatReleasesNothingOrHasNoPriceIsNotIn() {
    assertThat(savings(null, fix("a", null, null), fix("b", 30.0, null))).isEmpty();
  }
}
