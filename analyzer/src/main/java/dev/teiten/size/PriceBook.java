package dev.teiten.size;

import dev.teiten.load.Cluster.StorageType;
import dev.teiten.load.TeitenException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * List prices of Aurora DB instances by class, region and storage type. The bundled book knows a
 * few families in us-east-1 only; a file of the same form adds to it and corrects it.
 *
 * @see <a href="https://aws.amazon.com/rds/aurora/pricing/">Amazon Aurora pricing</a>
 */
public final class PriceBook {
  /**
   * What an I/O-Optimized instance costs over a Standard one: 0.338 / 0.26 (db.r6g.large) and 0.719
   * / 0.553 (db.r7g.xlarge) in us-east-1 Price List captures of 2026.
   */
  static final double IO_OPTIMIZED_FACTOR = 1.30;

  private final Map<Key, Price> prices;

  PriceBook(Map<Key, Price> prices) {
    this.prices = Map.copyOf(prices);
  }

  /** The prices that Teiten ships. */
  public static PriceBook bundled() {
    try (InputStream in =
            Objects.requireNonNull(PriceBook.class.getResourceAsStream("prices.csv"));
        Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      return new PriceBook(PriceFile.read(reader, "the bundled price file"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * This book with the rows of {@code file} added; a row that both have is taken from the file.
   *
   * @throws dev.teiten.load.SettingException if a row is wrong
   * @throws TeitenException if the file cannot be read
   */
  public PriceBook with(Path file) {
    Map<Key, Price> all = new HashMap<>(prices);
    try (Reader reader = Files.newBufferedReader(file)) {
      all.putAll(PriceFile.read(reader, file.toString()));
    } catch (IOException e) {
      throw new TeitenException(
          "The price file " + file + " could not be read: " + e.getMessage(),
          "Give a readable CSV file in UTF-8, or leave the setting out.",
          e);
    }
    return new PriceBook(all);
  }

  /**
   * The price of one instance. Where only the Standard price is known, the I/O-Optimized one is
   * {@value #IO_OPTIMIZED_FACTOR} times it, and its source says so.
   */
  public Optional<Price> find(String instanceClass, String region, StorageType storage) {
    Price stated = prices.get(Key.of(instanceClass, region, storage));
    if (stated != null || storage == StorageType.STANDARD) {
      return Optional.ofNullable(stated);
    }
    return Optional.ofNullable(prices.get(Key.of(instanceClass, region, StorageType.STANDARD)))
        .map(PriceBook::ioOptimized);
  }

  private static Price ioOptimized(Price standard) {
    return new Price(
        standard.hourlyUsd() * IO_OPTIMIZED_FACTOR,
        standard.asOf(),
        standard.source() + ", I/O-Optimized assumed " + IO_OPTIMIZED_FACTOR + " times Standard");
  }

  record Key(String instanceClass, String region, StorageType storage) {
    static Key of(String instanceClass, String region, StorageType storage) {
      return new Key(
          instanceClass.toLowerCase(Locale.ROOT), region.toLowerCase(Locale.ROOT), storage);
    }
  }
}
