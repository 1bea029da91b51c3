package dev.teiten.size;

import dev.teiten.load.SettingException;
import dev.teiten.size.SizingAdvice.Fix;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to assume, and what to look at beside the search.
 *
 * @param fixes by fingerprint, with the percent of the query's work that each removes
 * @param target a class for all instances to evaluate, or null
 * @param readers a number of readers to evaluate, 0 to 15, or null
 */
public record WhatIf(List<Fix> fixes, @Nullable String target, @Nullable Integer readers) {
  private static final WhatIf NOTHING = new WhatIf(List.of(), null, null);

  /**
   * @throws SettingException if a percent or the number of readers is out of range
   */
  public WhatIf {
    fixes = List.copyOf(fixes);
    for (Fix fix : fixes) {
      if (!(fix.percent() >= 0 && fix.percent() <= 100)) {
        throw new SettingException(
            "A fix of " + fix.percent() + " percent is not possible",
            "Give the part of the query's work that the fix removes, 0 to 100.");
      }
    }
    if (readers != null && (readers < 0 || readers > Shape.MAX_READERS)) {
      throw new SettingException(
          "An Aurora cluster cannot have " + readers + " readers",
          "Give a number of readers from 0 to " + Shape.MAX_READERS + ".");
    }
  }

  /** The cluster as it is. */
  public static WhatIf nothing() {
    return NOTHING;
  }
}
