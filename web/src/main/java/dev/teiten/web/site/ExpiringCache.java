package dev.teiten.web.site;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * Keeps a few answers for a short time, so that a page, its chart and its JSON ask the archive once
 * between them. Two readers who ask for the same thing at once wait for one answer.
 */
final class ExpiringCache<K, V> {

  private final Clock clock;
  private final Duration life;
  private final Map<K, Entry<V>> entries;

  private record Entry<V>(Instant until, CompletableFuture<V> value) {}

  ExpiringCache(Clock clock, Duration life, int capacity) {
    this.clock = clock;
    this.life = life;
    this.entries =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<K, Entry<V>> eldest) {
            return size() > capacity;
          }
        };
  }

  V get(K key, Supplier<V> ask) {
    CompletableFuture<V> mine = new CompletableFuture<>();
    CompletableFuture<V> kept = keep(key, mine);
    if (kept == mine) {
      answer(key, mine, ask);
    }
    try {
      return kept.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  private synchronized CompletableFuture<V> keep(K key, CompletableFuture<V> mine) {
    Instant now = clock.instant();
    Entry<V> entry = entries.get(key);
    if (entry != null && now.isBefore(entry.until())) {
      return entry.value();
    }
    entries.put(key, new Entry<>(now.plus(life), mine));
    return mine;
  }

  private void answer(K key, CompletableFuture<V> mine, Supplier<V> ask) {
    try {
      mine.complete(ask.get());
    } catch (RuntimeException | Error e) {
      forget(key, mine);
      mine.completeExceptionally(e);
    }
  }

  private synchronized void forget(K key, CompletableFuture<V> mine) {
    Entry<V> entry = entries.get(key);
    if (entry != null && entry.value() == mine) {
      entries.remove(key);
    }
  }
}
