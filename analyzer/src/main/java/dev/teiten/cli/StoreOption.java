package dev.teiten.cli;

import dev.teiten.archive.Archive;
import dev.teiten.load.SettingException;
import dev.teiten.review.store.ReviewStore;
import dev.teiten.review.store.StoreAddress;
import dev.teiten.review.store.StoreException;
import dev.teiten.review.store.TaskBook;
import dev.teiten.review.store.jdbc.JdbcReviewStore;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option {@code --store JDBC-URL}. */
public final class StoreOption {

  @Option(
      names = "--store",
      paramLabel = "JDBC-URL",
      description =
          "Where tasks are kept: jdbc:sqlite:FILE or jdbc:mysql://HOST/DATABASE; default:"
              + " reviews.sqlite in the archive's folder, made with the first task. User and"
              + " password: TEITEN_STORE_USER and TEITEN_STORE_PASSWORD.")
  @Nullable String url;

  /**
   * Opens the task book. A named store is opened at once, so that a wrong URL is an error at the
   * start.
   *
   * @throws SettingException if the named store cannot be used
   */
  public TaskBook book(Archive archive, Clock clock) {
    if (url == null) {
      return TaskBook.at(StoreAddress.in(archive.root()), JdbcReviewStore::open, clock);
    }
    TaskBook book =
        TaskBook.at(StoreAddress.of(url, System.getenv()), JdbcReviewStore::open, clock);
    try {
      book.write(ReviewStore::version);
      return book;
    } catch (StoreException e) {
      throw new SettingException(String.valueOf(e.getMessage()), "--store: " + e.hint());
    }
  }
}
