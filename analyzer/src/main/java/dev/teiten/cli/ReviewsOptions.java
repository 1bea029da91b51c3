package dev.teiten.cli;

import dev.teiten.archive.Archive;
import dev.teiten.review.ReviewService;
import dev.teiten.review.store.TaskBook;
import java.time.Duration;
import picocli.CommandLine.Mixin;

/** What every command that ranks and sizes may be told. */
public final class ReviewsOptions {
  @Mixin PricesOption prices = new PricesOption();
  @Mixin ShardOption shards = new ShardOption();

  /** The reviews of an archive, made with the prices and the shard rule that were asked for. */
  public ReviewService reviews(Archive archive) {
    return reviews(archive, TaskBook.none(), Duration.ZERO);
  }

  /**
   * The same with what people wrote.
   *
   * @param patience how long an answer may be held up by the verification of promises
   */
  public ReviewService reviews(Archive archive, TaskBook book, Duration patience) {
    return new ReviewService(archive, prices.book(archive.root()), shards.shards(), book, patience);
  }
}
