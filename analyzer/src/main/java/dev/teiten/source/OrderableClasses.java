package dev.teiten.source;

import dev.teiten.load.Engine;
import java.time.Instant;
import java.util.Set;

/**
 * The instance classes that AWS offers for an engine version in a region.
 *
 * @param classes for example {@code db.r6g.large}; never empty
 * @param seenAt the time of the answer
 */
public record OrderableClasses(
    String region, Engine engine, String version, Set<String> classes, Instant seenAt) {
  public OrderableClasses {
    classes = Set.copyOf(classes);
    if (classes.isEmpty()) {
      throw new IllegalArgumentException("no classes: unknown is not an empty set");
    }
  }
}
