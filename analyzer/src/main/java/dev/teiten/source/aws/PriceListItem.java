package dev.teiten.source.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.teiten.load.Cluster.StorageType;
import dev.teiten.load.Engine;
import dev.teiten.source.ListPrice;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * One product of the Price List. An instance class has two: {@code InstanceUsage:} is Standard,
 * {@code InstanceUsageIOOptimized:} is I/O-Optimized. Outside us-east-1 the usage type begins with
 * a prefix of the region.
 */
record PriceListItem(JsonNode item) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Parses an item; empty if the text is not a JSON object. */
  static Optional<PriceListItem> read(String json) {
    try {
      JsonNode node = MAPPER.readTree(json);
      return node.isObject() ? Optional.of(new PriceListItem(node)) : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private String attribute(String name) {
    return item.at("/product/attributes").path(name).asText("");
  }

  /**
   * Whether the item matches the request, checked here too because the service's filters may miss.
   */
  boolean isOf(String region, String databaseEngine) {
    String place = attribute("locationType");
    String deployment = attribute("deploymentOption");
    return attribute("regionCode").equals(region)
        && attribute("databaseEngine").equals(databaseEngine)
        && (place.isEmpty() || place.equals("AWS Region"))
        && (deployment.isEmpty() || deployment.equals("Single-AZ"));
  }

  /**
   * The price; empty if the product is neither an instance nor a capacity unit, or has no hourly
   * price.
   */
  Optional<ListPrice> price(String region, Engine engine) {
    String usage = attribute("usagetype");
    boolean serverless = usage.contains("ServerlessV2") && usage.endsWith("Usage");
    boolean instance =
        usage.contains("InstanceUsage:") || usage.contains("InstanceUsageIOOptimized:");
    String name = instance ? attribute("instanceType") : ListPrice.CAPACITY_UNIT;
    if (!serverless && (!instance || !name.startsWith("db."))) {
      return Optional.empty();
    }
    StorageType storage =
        usage.contains("IOOptimized") ? StorageType.IO_OPTIMIZED : StorageType.STANDARD;
    double usd = hourlyUsd(serverless ? "ACU-Hr" : "Hrs");
    return usd > 0
        ? published().map(on -> new ListPrice(name, region, engine, storage, usd, on))
        : Optional.empty();
  }

  /** The only on-demand price from the first hour on; NaN if it is ambiguous. */
  private double hourlyUsd(String unit) {
    double price = Double.NaN;
    for (JsonNode term : item.at("/terms/OnDemand")) {
      for (JsonNode dimension : term.path("priceDimensions")) {
        boolean fits =
            dimension.path("unit").asText().equalsIgnoreCase(unit)
                && dimension.path("beginRange").asText("0").equals("0");
        double usd = fits ? dimension.at("/pricePerUnit/USD").asDouble(Double.NaN) : Double.NaN;
        if (!Double.isNaN(usd) && !Double.isNaN(price) && usd != price) {
          return Double.NaN;
        }
        price = Double.isNaN(usd) ? price : usd;
      }
    }
    return price;
  }

  private Optional<LocalDate> published() {
    try {
      Instant at = Instant.parse(item.path("publicationDate").asText());
      return Optional.of(at.atOffset(ZoneOffset.UTC).toLocalDate());
    } catch (DateTimeException e) {
      // The age of a price without a date is unknown.
      return Optional.empty();
    }
  }
}
