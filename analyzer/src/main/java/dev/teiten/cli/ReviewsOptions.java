package dev.teiten.cli;

import dev.teiten.archive.Archive;
import dev.teiten.review.ReviewService;
import dev.teiten.review.store.TaskBook;
import java.time.Duration;
import picocli.CommandLine.Mixin;

/** The options of every command that ranks and sizes. */
public final class ReviewsOptions {
  @Mixin PricesOption prices = new PricesOption();
  @Mixin ShardOption shards = new ShardOption();

  /** The reviews of an archive, made with the chosen prices and shard rule. */
  public ReviewService reviews(Archive archive) {
    return reviews(archive, TaskBook.none(), Duration.ZERO);
  }

  /**
   * The reviews of an archive, with its tasks.
   *
   * @param patience longest wait of an answer for the verification of promises
   */
  public ReviewService reviews(Archive archive, TaskBook book, Duration patience) {
    return new ReviewService(archive, prices.book(archive.root()), shards.shards(), book, patience);
  }
}
