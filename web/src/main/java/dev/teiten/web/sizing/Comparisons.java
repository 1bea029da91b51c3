package dev.teiten.web.sizing;

import dev.teiten.size.SizingAdvice;
import dev.teiten.size.SizingAdvice.Current;
import dev.teiten.size.SizingAdvice.Option;
import dev.teiten.web.sizing.SizingPage.Comparison;
import dev.teiten.web.view.Capacity;
import dev.teiten.web.view.Format;
import dev.teiten.web.view.Texts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Today's capacity beside the recommended one, line by line. */
final class Comparisons {

  private final Texts texts;
  private final List<Comparison> lines = new ArrayList<>();

  private Comparisons(Texts texts) {
    this.texts = texts;
  }

  static List<Comparison> of(SizingAdvice advice, Texts texts) {
    Comparisons comparisons = new Comparisons(texts);
    if (advice.current() != null) {
      comparisons.compare(advice.current(), advice.recommended());
    }
    return List.copyOf(comparisons.lines);
  }

  private void compare(Current now, @Nullable Option then) {
    add(
        "capacity",
        Capacity.text(now.writerClass(), now.readerClass(), now.readers()),
        then == null ? "" : Capacity.text(then.writerClass(), then.readerClass(), then.readers()));
    add(
        "price",
        Capacity.price(now.monthlyUsd(), texts),
        then == null ? "" : Capacity.price(then.monthlyUsd(), texts));
    if (then != null) {
      Double saving = then.monthlySavingUsd();
      add("difference", "", saving == null ? texts.get("noPrice") : Format.usd(-saving));
    }
    add("p99", Format.percent(now.p99Utilisation()), then == null ? "" : p99(then));
    if (then != null) {
      add("afterFailure", "", Format.percent(then.p99UtilisationAfterFailure()));
    }
    add(
        "stretch",
        Format.ratio(now.latencyStretch()),
        then == null ? "" : Format.ratio(then.latencyStretch()));
    if (then != null) {
      add("probabilitySafe", "", Format.percent(then.probabilitySafe()));
      Integer risk = then.risk();
      add("risk", "", risk == null ? Format.UNKNOWN : texts.get("risk." + risk));
    }
  }

  private static String p99(Option option) {
    Double low = option.p99UtilisationLow();
    Double high = option.p99UtilisationHigh();
    String value = Format.percent(option.p99Utilisation());
    return low == null || high == null
        ? value
        : value + " (" + Format.percent(low) + " – " + Format.percent(high) + ")";
  }

  private void add(String key, String today, String recommended) {
    lines.add(new Comparison(texts.get("compare." + key), today, recommended));
  }
}
