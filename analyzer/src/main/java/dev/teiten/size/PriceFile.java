package dev.teiten.size;

import dev.teiten.load.Cluster.StorageType;
import dev.teiten.load.SettingException;
import java.io.IOException;
import java.io.Reader;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The form of a price file: CSV with a header, {@code #} before a comment. */
final class PriceFile {
  private static final List<String> COLUMNS =
      List.of("instance_class", "region", "storage", "usd_per_hour", "as_of", "source");
  private static final String HINT =
      "A row is like db.r6g.large,us-east-1,standard,0.26,2026-03-18,AWS Price List (storage is"
          + " standard or io-optimized; the header names the columns: "
          + String.join(",", COLUMNS)
          + ").";
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setCommentMarker('#')
          .setTrim(true)
          .get();

  private PriceFile() {}

  static Map<PriceBook.Key, Price> read(Reader reader, String name) throws IOException {
    Map<PriceBook.Key, Price> prices = new HashMap<>();
    try (CSVParser rows = FORMAT.parse(reader)) {
      if (!rows.getHeaderNames().containsAll(COLUMNS)) {
        throw new SettingException(name + " lacks a column", HINT);
      }
      for (CSVRecord row : rows) {
        add(row, name, prices);
      }
    }
    return prices;
  }

  private static void add(CSVRecord row, String name, Map<PriceBook.Key, Price> prices) {
    try {
      prices.put(
          PriceBook.Key.of(
              row.get("instance_class"), row.get("region"), storage(row.get("storage"))),
          new Price(
              Double.parseDouble(row.get("usd_per_hour")),
              LocalDate.parse(row.get("as_of")),
              row.get("source")));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new SettingException(
          name + ", row " + row.getRecordNumber() + ": " + e.getMessage(), HINT);
    }
  }

  private static StorageType storage(String text) {
    return StorageType.valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
