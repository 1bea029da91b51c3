package dev.teiten.web.sizing;

import dev.teiten.load.SettingException;
import dev.teiten.rank.Ranking;
import dev.teiten.size.Assumption;
import dev.teiten.size.SizingAdvice.Fix;
import dev.teiten.web.site.Visit;
import dev.teiten.web.view.Format;
import dev.teiten.web.view.Links;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the reader asks to assume, as the address has it: {@code
 * ?fix=FINGERPRINT:80&target=db.r6g.4xlarge&readers=3&imbalance=1.3}.
 *
 * @param target a class to evaluate; null searches
 * @param readers a number of readers to evaluate; null searches
 * @param assumptions those that differ from the usual ones, each under its own name
 */
public record WhatIf(
    List<Fix> fixes,
    @Nullable String target,
    @Nullable Integer readers,
    Map<Assumption, Double> assumptions) {

  private static final int MOST_READERS = 15;

  public WhatIf {
    fixes = List.copyOf(fixes);
    assumptions = Map.copyOf(assumptions);
  }

  /**
   * Reads the address of {@code visit}.
   *
   * @throws SettingException if a fix or the number of readers cannot be read or is out of range
   */
  public static WhatIf of(Visit visit) {
    List<Fix> fixes = visit.params("fix").stream().map(WhatIf::fix).toList();
    return new WhatIf(
        fixes, visit.param("target"), readers(visit.param("readers")), assumptions(visit));
  }

  /** What the analyzer is asked. */
  public dev.teiten.size.WhatIf asked() {
    return new dev.teiten.size.WhatIf(
        fixes, target, readers, List.of(), Map.of(), Map.of(), assumptions);
  }

  /** The query string that asks for this. */
  public String query() {
    List<@Nullable String> pairs = new ArrayList<>();
    for (Fix fix : fixes) {
      pairs.add("fix");
      pairs.add(fix.fingerprint() + ":" + Format.coordinate(fix.percent()));
    }
    pairs.add("target");
    pairs.add(target);
    pairs.add("readers");
    pairs.add(readers == null ? null : readers.toString());
    for (Assumption assumption : Assumption.values()) {
      Double value = assumptions.get(assumption);
      pairs.add(assumption.key());
      pairs.add(value == null ? null : number(value));
    }
    return Links.with(pairs.toArray(new String[0]));
  }

  /**
   * @throws SettingException if a fix is about a query that the ranking does not hold
   */
  void check(Ranking ranking) {
    for (Fix fix : fixes) {
      if (ranking.contributors().stream()
          .noneMatch(contributor -> contributor.fingerprint().equals(fix.fingerprint()))) {
        throw new SettingException(
            "fix=" + fix.fingerprint() + " is about no query of " + ranking.week().label(),
            "Write fix=FINGERPRINT:PERCENT with a fingerprint of that week's ranking.");
      }
    }
  }

  boolean isAsking() {
    return !fixes.isEmpty() || target != null || readers != null || !assumptions.isEmpty();
  }

  /** Those that the address names and that are not what they usually are. */
  private static Map<Assumption, Double> assumptions(Visit visit) {
    Map<Assumption, Double> assumed = new EnumMap<>(Assumption.class);
    for (Assumption assumption : Assumption.values()) {
      String text = visit.param(assumption.key());
      if (text != null) {
        double value = number(assumption, text);
        if (value != assumption.usual()) {
          assumed.put(assumption, value);
        }
      }
    }
    return assumed;
  }

  private static double number(Assumption assumption, String text) {
    try {
      double value = Double.parseDouble(text);
      if (value >= assumption.low() && value <= assumption.high()) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Answered below, together with what is out of range.
    }
    throw new SettingException(
        assumption.key() + "=" + text + " cannot be assumed",
        "Write " + number(assumption.low()) + " to " + number(assumption.high()) + ".");
  }

  static String number(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  private static Fix fix(String text) {
    int colon = text.lastIndexOf(':');
    try {
      double percent = Double.parseDouble(text.substring(colon + 1));
      if (colon > 0 && percent >= 0 && percent <= 100) {
        return new Fix(text.substring(0, colon), percent);
      }
    } catch (NumberFormatException e) {
      // Answered below, together with what is out of range.
    }
    throw new SettingException(
        "fix=" + text + " is no fix", "Write fix=FINGERPRINT:PERCENT with 0 to 100 percent.");
  }

  private static @Nullable Integer readers(@Nullable String text) {
    if (text == null) {
      return null;
    }
    if (text.matches("\\d{1,2}") && Integer.parseInt(text) <= MOST_READERS) {
      return Integer.valueOf(text);
    }
    throw new SettingException(
        "readers=" + text + " is no number of readers",
        "Write 0 to 15; an Aurora cluster has at most 15 readers.");
  }
}
