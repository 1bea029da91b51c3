package dev.teiten.review;

import dev.teiten.load.ContentHash;
import dev.teiten.normalize.key.ShardFolding;
import dev.teiten.rank.QueryRanker;
import dev.teiten.review.promise.PromiseVerifier;
import dev.teiten.size.CapacityAdvisor;
import dev.teiten.size.demand.SizingAssumptions;
import dev.teiten.size.price.PriceBook;
import java.util.stream.Stream;

/**
 * The ranking, sizing and verification with their settings.
 *
 * @param identity equal for methods that give equal results
 */
record AnalysisMethod(
    QueryRanker rankings, CapacityAdvisor advisor, PromiseVerifier promises, String identity) {
  /** A fixed seed: equal data give equal reviews. */
  private static final long SEED = 20_261_109L;

  static AnalysisMethod of(PriceBook prices, ShardFolding shards) {
    DialectNormalizers normalizers = new DialectNormalizers(shards);
    return new AnalysisMethod(
        new QueryRanker(normalizers::of, SEED),
        new CapacityAdvisor(prices, SizingAssumptions.defaults()),
        new PromiseVerifier(normalizers::of),
        ContentHash.of(Stream.of(BuildIdentity.get(), prices.identity(), String.valueOf(shards))));
  }
}
