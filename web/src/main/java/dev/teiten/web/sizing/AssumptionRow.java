package dev.teiten.web.sizing;

import dev.teiten.size.Assumption;
import dev.teiten.web.view.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Something that sizing takes for granted, for the reader to doubt.
 *
 * @param key its name in the address
 * @param changed whether the reader has
 */
public record AssumptionRow(
    String key,
    String meaning,
    String value,
    String usual,
    String low,
    String high,
    String unit,
    boolean changed) {

  static List<AssumptionRow> of(Map<Assumption, Double> assumed, Texts texts) {
    return Arrays.stream(Assumption.values())
        .map(
            one ->
                new AssumptionRow(
                    one.key(),
                    texts.get("assume." + one.key()),
                    WhatIf.number(assumed.getOrDefault(one, one.usual())),
                    WhatIf.number(one.usual()),
                    WhatIf.number(one.low()),
                    WhatIf.number(one.high()),
                    texts.get("assumeUnit." + one.unit()),
                    assumed.containsKey(one)))
        .toList();
  }

  /** Whether it has a slider of its own, beside the class and the readers. */
  public boolean isProminent() {
    return key.equals(Assumption.IMBALANCE.key()) || key.equals(Assumption.GROWTH.key());
  }
}
