package dev.teiten.review.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The store at an address. It is opened at the first use. After a failure nobody waits for it:
 * readers are refused at once, and the store is tried again in the background. Safe to share
 * between threads.
 */
final class StoreConnection implements AutoCloseable {
  /** A failure holds for this time, because a database that is down costs seconds to ask. */
  static final Duration TROUBLE_HOLDS = Duration.ofSeconds(10);

  private final StoreAddress address;
  private final Function<StoreAddress, ReviewStore> opener;
  private final Clock clock;
  private @Nullable ReviewStore store;
  private @Nullable StoreException trouble;
  private Instant troubleUntil = Instant.MIN;
  private @Nullable CompletableFuture<Void> retry;
  private boolean closed;

  /**
   * @param opener opens the store, and may throw {@link StoreException}
   */
  StoreConnection(StoreAddress address, Function<StoreAddress, ReviewStore> opener, Clock clock) {
    this.address = address;
    this.opener = opener;
    this.clock = clock;
  }

  StoreAddress address() {
    return address;
  }

  /** The failure that holds; null if there is none. */
  synchronized @Nullable StoreException trouble() {
    return trouble;
  }

  /** Reads; a failure holds for all readers. */
  <T> T read(Function<ReviewStore, T> work) {
    try {
      return work.apply(open());
    } catch (StoreException e) {
      remember(e);
      throw e;
    }
  }

  /** Writes. It waits for a store that may answer again, so that nothing is refused too early. */
  <T> T write(Function<ReviewStore, T> work) {
    CompletableFuture<Void> coming = retry();
    if (coming != null) {
      coming.join();
    }
    return work.apply(open());
  }

  private synchronized void remember(StoreException e) {
    // The failure that holds was only repeated.
    if (trouble != e) {
      trouble = e;
      troubleUntil = clock.instant().plus(TROUBLE_HOLDS);
    }
  }

  private synchronized ReviewStore open() {
    StoreException known = trouble;
    if (known != null) {
      retry();
      throw known;
    }
    ReviewStore open = store;
    if (open == null) {
      try {
        open = opener.apply(address);
      } catch (StoreException e) {
        remember(e);
        throw e;
      }
      store = open;
    }
    return open;
  }

  /** Tries a store in trouble again, in the background; null if it is too early for that. */
  private synchronized @Nullable CompletableFuture<Void> retry() {
    if (trouble != null && retry == null && !clock.instant().isBefore(troubleUntil)) {
      CompletableFuture<Void> coming = new CompletableFuture<>();
      retry = coming;
      Thread thread = new Thread(() -> tryAgain(coming), "store");
      thread.setDaemon(true);
      thread.start();
    }
    return retry;
  }

  private void tryAgain(CompletableFuture<Void> coming) {
    try {
      ReviewStore known = opened();
      ReviewStore open = known == null ? opener.apply(address) : known;
      open.version();
      recover(open);
    } catch (StoreException e) {
      remember(e);
    } finally {
      endRetry();
      coming.complete(null);
    }
  }

  private synchronized @Nullable ReviewStore opened() {
    return store;
  }

  private synchronized void recover(ReviewStore open) {
    if (closed) {
      open.close();
      return;
    }
    store = open;
    trouble = null;
  }

  private synchronized void endRetry() {
    retry = null;
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (store != null) {
      store.close();
      store = null;
    }
  }
}
