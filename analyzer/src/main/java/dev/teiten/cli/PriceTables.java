package dev.teiten.cli;

import dev.teiten.review.JsonDocuments;
import dev.teiten.review.TextTable;
import dev.teiten.size.price.PriceRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Prices as a table for reading, as rows for programs, and as JSON. */
final class PriceTables {
  private PriceTables() {}

  static TextTable table(List<PriceRow> rows) {
    return new TextTable(
        List.of(
            "class",
            "region",
            "storage",
            "engine",
            "deployment",
            ">USD/hour",
            ">USD/month",
            "as of",
            "source"),
        rows.stream()
            .map(
                row ->
                    List.of(
                        row.instanceClass(),
                        row.region(),
                        row.storageName(),
                        row.engine() == null ? "both" : row.engineName(),
                        row.deploymentName(),
                        String.format(Locale.ROOT, "%.4f", row.price().hourlyUsd()),
                        String.format(Locale.ROOT, "%,.2f", row.price().monthlyUsd()),
                        row.price().asOf().toString(),
                        row.price().source()))
            .toList());
  }

  /**
   * Rows in the format of a price file, so that the output can be edited and passed to {@code
   * --prices}.
   */
  static TextTable data(List<PriceRow> rows) {
    return new TextTable(
        List.of(
            "instance_class",
            "region",
            "storage",
            "usd_per_hour",
            "as_of",
            "source",
            "engine",
            "deployment"),
        rows.stream()
            .map(
                row ->
                    List.of(
                        row.instanceClass(),
                        row.region(),
                        row.storageName(),
                        String.valueOf(row.price().hourlyUsd()),
                        row.price().asOf().toString(),
                        row.price().source(),
                        row.engineName(),
                        row.deploymentName()))
            .toList());
  }

  static String json(List<PriceRow> rows) {
    List<Map<String, @Nullable Object>> prices = new ArrayList<>();
    for (PriceRow row : rows) {
      Map<String, @Nullable Object> price = new LinkedHashMap<>();
      price.put("instanceClass", row.instanceClass());
      price.put("region", row.region());
      price.put("storage", row.storage().name());
      price.put("engine", row.engine() == null ? null : row.engineName());
      price.put("deployment", row.deployment() == null ? null : row.deploymentName());
      price.put("hourlyUsd", row.price().hourlyUsd());
      price.put("monthlyUsd", row.price().monthlyUsd());
      price.put("asOf", row.price().asOf().toString());
      price.put("source", row.price().source());
      prices.add(price);
    }
    return JsonDocuments.write(Map.of("prices", prices));
  }
}
