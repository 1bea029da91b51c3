package dev.teiten.web.chart;

import dev.teiten.load.Dimension;
import dev.teiten.load.DimensionLoads;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the load chart is sliced by. */
public enum Slice {
  WAITS(null),
  SQL(null),
  INSTANCES(null),
  USERS(Dimension.USER),
  HOSTS(Dimension.HOST),
  DATABASES(Dimension.DATABASE),
  APPLICATIONS(Dimension.APPLICATION);

  private final @Nullable Dimension dimension;

  Slice(@Nullable Dimension dimension) {
    this.dimension = dimension;
  }

  /**
   * Reads the {@code slice} of an address; anything unknown, and what was not collected, is {@link
   * #WAITS}.
   */
  public static Slice of(String name, DimensionLoads collected) {
    for (Slice slice : values()) {
      if (slice.key().equals(name) && slice.isIn(collected)) {
        return slice;
      }
    }
    return WAITS;
  }

  /** Whether there is something to show. */
  public boolean isIn(DimensionLoads collected) {
    return dimension == null || collected.has(dimension);
  }

  /** What the source groups by, which is kept by hour; null for what is kept by minute. */
  @Nullable Dimension dimension() {
    return dimension;
  }

  /** The name in addresses. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
