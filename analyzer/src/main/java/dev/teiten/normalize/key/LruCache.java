package dev.teiten.normalize.key;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps the entries that were used last. Safe for use by several threads. */
public final class LruCache<K, V> {
  private final Map<K, V> values;

  /**
   * @param most how many entries are kept; the entry that was not used for the longest goes first
   */
  public LruCache(int most) {
    this.values =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > most;
          }
        };
  }

  synchronized @Nullable public V get(K key) {
    return values.get(key);
  }

  public synchronized void put(K key, V value) {
    values.put(key, value);
  }
}
