package dev.teiten.review;

import dev.teiten.load.StatementText;
import dev.teiten.normalize.NormalizedStatement;
import dev.teiten.normalize.StatementNormalizer;
import dev.teiten.normalize.key.ShardFolding;
import dev.teiten.normalize.scan.Dialect;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

/** A normalizer for each dialect; a normalizer caches the statements it has read. */
final class DialectNormalizers {
  private final ShardFolding shards;
  private final Map<Dialect, StatementNormalizer> byDialect = new EnumMap<>(Dialect.class);

  DialectNormalizers(ShardFolding shards) {
    this.shards = shards;
  }

  synchronized Function<StatementText, NormalizedStatement> of(Dialect dialect) {
    return byDialect.computeIfAbsent(dialect, d -> new StatementNormalizer(d, shards))::normalize;
  }
}
