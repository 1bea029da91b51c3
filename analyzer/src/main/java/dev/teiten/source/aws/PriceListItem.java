package dev.teiten.source.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.teiten.load.Cluster.StorageType;
import dev.teiten.load.DeploymentKind;
import dev.teiten.load.Engine;
import dev.teiten.source.ListPrice;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One product of the Price List. A class of Aurora has two: {@code InstanceUsage:} is Standard,
 * {@code InstanceUsageIOOptimized:} is I/O-Optimized. Elsewhere it has one for each deployment: the
 * usage types are {@code InstanceUsage:}, {@code Multi-AZUsage:} and {@code Multi-AZClusterUsage:}.
 * Outside us-east-1 the usage type begins with a prefix of the region.
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
    return attribute("regionCode").equals(region)
        && attribute("databaseEngine").equals(databaseEngine)
        && (place.isEmpty() || place.equals("AWS Region"));
  }

  /**
   * The price; empty if the product is neither an instance nor a capacity unit of the engine, or
   * has no hourly price.
   */
  Optional<ListPrice> price(String region, Engine engine) {
    String usage = attribute("usagetype");
    if (!engine.isAurora()) {
      return deployed(usage)
          .flatMap(kind -> price(attribute("instanceType"), region, engine, kind, "Hrs"));
    }
    boolean serverless = usage.contains("ServerlessV2") && usage.endsWith("Usage");
    boolean instance =
        usage.contains("InstanceUsage:") || usage.contains("InstanceUsageIOOptimized:");
    String option = attribute("deploymentOption");
    boolean plain = option.isEmpty() || option.equals(DeploymentKind.SINGLE_AZ.priceListName());
    if (serverless && plain) {
      return price(ListPrice.CAPACITY_UNIT, region, engine, null, "ACU-Hr");
    }
    String name = attribute("instanceType");
    return instance && plain && name.startsWith("db.")
        ? price(name, region, engine, null, "Hrs")
        : Optional.empty();
  }

  /** The deployment of an instance outside Aurora, if option and usage type agree about it. */
  private Optional<DeploymentKind> deployed(String usage) {
    if (!attribute("instanceType").startsWith("db.")) {
      return Optional.empty();
    }
    return DeploymentKind.inPriceList(attribute("deploymentOption"))
        .filter(
            kind ->
                switch (kind) {
                  case SINGLE_AZ -> usage.contains("InstanceUsage:");
                  case MULTI_AZ -> usage.contains("Multi-AZUsage:");
                  case MULTI_AZ_CLUSTER -> usage.contains("Multi-AZClusterUsage:");
                });
  }

  private Optional<ListPrice> price(
      String name, String region, Engine engine, @Nullable DeploymentKind kind, String unit) {
    StorageType storage =
        attribute("usagetype").contains("IOOptimized")
            ? StorageType.IO_OPTIMIZED
            : StorageType.STANDARD;
    double usd = hourlyUsd(unit);
    return usd > 0
        ? published().map(on -> new ListPrice(name, region, engine, kind, storage, usd, on))
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
