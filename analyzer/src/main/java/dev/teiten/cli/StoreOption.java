package dev.teiten.cli;

import dev.teiten.archive.Archive;
import dev.teiten.load.SettingException;
import dev.teiten.review.store.ReviewStore;
import dev.teiten.review.store.StoreAddress;
import dev.teiten.review.store.StoreException;
import dev.teiten.review.store.TaskBook;
import dev.teiten.review.store.UnansweredStoreException;
import dev.teiten.review.store.jdbc.JdbcReviewStore;
import java.io.PrintWriter;
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
    TaskBook book = untried(archive, clock);
    try {
      tryIt(book);
      return book;
    } catch (StoreException e) {
      throw wrong(e);
    }
  }

  /**
   * Opens the task book of a server that goes on while the store does not answer.
   *
   * @param err receives a warning then
   * @throws SettingException if the named store answers, and cannot be used
   */
  public TaskBook lastingBook(Archive archive, Clock clock, PrintWriter err) {
    TaskBook book = untried(archive, clock);
    try {
      tryIt(book);
    } catch (UnansweredStoreException e) {
      err.println("teiten: " + e.getMessage() + ". There are no tasks until it does. " + e.hint());
    } catch (StoreException e) {
      throw wrong(e);
    }
    return book;
  }

  private TaskBook untried(Archive archive, Clock clock) {
    StoreAddress address =
        url == null ? StoreAddress.in(archive.root()) : StoreAddress.of(url, System.getenv());
    return TaskBook.at(address, JdbcReviewStore::open, clock);
  }

  private void tryIt(TaskBook book) {
    if (url != null) {
      book.write(ReviewStore::version);
    }
  }

  private static SettingException wrong(StoreException e) {
    return new SettingException(String.valueOf(e.getMessage()), "--store: " + e.hint());
  }
}
