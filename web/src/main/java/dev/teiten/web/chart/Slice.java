package dev.teiten.web.chart;

import dev.teiten.load.Dimension;
import dev.teiten.load.DimensionLoads;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The dimension by which the load chart is split. */
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

  /** Parses the {@code slice} of an address; an unknown or uncollected slice is {@link #WAITS}. */
  public static Slice of(String name, DimensionLoads collected) {
    for (Slice slice : values()) {
      if (slice.key().equals(name) && slice.isIn(collected)) {
        return slice;
      }
    }
    return WAITS;
  }

  /** Whether the slice has data. */
  public boolean isIn(DimensionLoads collected) {
    return dimension == null || collected.has(dimension);
  }

  /** The source's dimension of an hourly slice; null for a slice by minute. */
  @Nullable Dimension dimension() {
    return dimension;
  }

  /** The name in addresses. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
