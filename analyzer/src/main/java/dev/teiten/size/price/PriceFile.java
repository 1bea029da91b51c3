package dev.teiten.size.price;

import dev.teiten.load.Cluster.StorageType;
import dev.teiten.load.DeploymentKind;
import dev.teiten.load.Engine;
import dev.teiten.load.SettingException;
import java.io.IOException;
import java.io.Reader;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Reads and writes price files: CSV with a header, {@code #} before a comment. */
final class PriceFile {
  private static final List<String> COLUMNS =
      List.of("instance_class", "region", "storage", "usd_per_hour", "as_of", "source");
  private static final String HINT =
      "A row is like db.r6g.large,us-east-1,standard,0.26,2026-03-18,AWS Price List (storage is"
          + " standard or io-optimized; outside Aurora the columns engine and deployment are needed,"
          + " with single-az, multi-az or multi-az-cluster; the header names the columns: "
          + String.join(",", COLUMNS)
          + ").";
  private static final String ENGINE = "engine";
  private static final String DEPLOYMENT = "deployment";
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setCommentMarker('#')
          .setTrim(true)
          .get();

  private PriceFile() {}

  static List<PriceRow> read(Reader reader, String name) throws IOException {
    List<PriceRow> prices = new ArrayList<>();
    try (CSVParser rows = FORMAT.parse(reader)) {
      if (!rows.getHeaderNames().containsAll(COLUMNS)) {
        throw new SettingException(name + " lacks a column", HINT);
      }
      for (CSVRecord row : rows) {
        prices.add(row(row, name));
      }
    }
    return prices;
  }

  private static PriceRow row(CSVRecord row, String name) {
    try {
      return new PriceRow(
          row.get("instance_class"),
          row.get("region"),
          storage(row.get("storage")),
          engine(row),
          deployment(row),
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

  private static @Nullable Engine engine(CSVRecord row) {
    String name = text(row, ENGINE);
    if (name.isEmpty()) {
      return null;
    }
    boolean ofAurora = text(row, DEPLOYMENT).isEmpty();
    return Stream.of(Engine.values())
        .filter(engine -> engine.rdsName().equals(name) && engine.isAurora() == ofAurora)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    (ofAurora ? "no Aurora engine: " : "no engine with deployments: ") + name));
  }

  private static @Nullable DeploymentKind deployment(CSVRecord row) {
    String name = text(row, DEPLOYMENT);
    return name.isEmpty()
        ? null
        : DeploymentKind.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** An optional column; empty if the file or the row lacks it. */
  private static String text(CSVRecord row, String column) {
    return row.isMapped(column) && row.isSet(column) ? row.get(column) : "";
  }

  static void write(Appendable out, List<PriceRow> rows) throws IOException {
    List<String> columns = new ArrayList<>(COLUMNS);
    columns.addAll(List.of(ENGINE, DEPLOYMENT));
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader(columns.toArray(String[]::new)).get();
    try (CSVPrinter printer = new CSVPrinter(out, format)) {
      for (PriceRow row : rows) {
        printer.printRecord(
            row.instanceClass(),
            row.region(),
            row.storageName(),
            row.price().hourlyUsd(),
            row.price().asOf(),
            row.price().source(),
            row.engineName(),
            row.deploymentName());
      }
    }
  }
}
