package dev.teiten.source.aws;

import dev.teiten.load.Engine;
import dev.teiten.source.ListPrice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.pricing.PricingClient;
import software.amazon.awssdk.services.pricing.model.Filter;
import software.amazon.awssdk.services.pricing.model.FilterType;

/**
 * The prices of DB instances in the AWS Price List; they are equal for every account.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_pricing_GetProducts.html">GetProducts</a>
 */
public final class PriceListSource implements AutoCloseable {
  /** Few regions serve the Price List; each of them has the prices of all regions. */
  public static final String REGION = "us-east-1";

  private static final Logger LOG = LoggerFactory.getLogger(PriceListSource.class);
  private static final Map<Engine, String> ENGINES =
      Map.of(
          Engine.AURORA_MYSQL,
          "Aurora MySQL",
          Engine.AURORA_POSTGRESQL,
          "Aurora PostgreSQL",
          Engine.MYSQL,
          "MySQL",
          Engine.MARIADB,
          "MariaDB",
          Engine.POSTGRESQL,
          "PostgreSQL");

  private final AwsClients clients;
  private final PricingClient pricing;

  /**
   * @param settings its region is {@link #REGION}, unless it names another endpoint
   */
  public PriceListSource(AwsSettings settings) {
    clients = new AwsClients(settings);
    pricing = clients.pricing();
  }

  /**
   * The on-demand prices of instance classes and capacity units in a region: of Aurora, Standard
   * and I/O-Optimized, and of MySQL, MariaDB and PostgreSQL by deployment. A product with two
   * different prices is left out.
   *
   * @throws dev.teiten.source.SourceException if the Price List does not answer or refuses
   */
  public List<ListPrice> prices(String region) {
    List<ListPrice> prices = new ArrayList<>();
    for (Engine engine : Engine.values()) {
      try {
        prices.addAll(prices(region, engine));
      } catch (SdkException e) {
        throw AwsErrors.translate("pricing:GetProducts", e);
      }
    }
    return prices;
  }

  private List<ListPrice> prices(String region, Engine engine) {
    String name = ENGINES.getOrDefault(engine, "");
    Map<List<Object>, ListPrice> byClass = new HashMap<>();
    Set<List<Object>> unclear = new HashSet<>();
    pricing
        .getProductsPaginator(
            r ->
                r.serviceCode("AmazonRDS")
                    .formatVersion("aws_v1")
                    .maxResults(100)
                    .filters(equal("regionCode", region), equal("databaseEngine", name)))
        .stream()
        .flatMap(page -> page.priceList().stream())
        .flatMap(item -> PriceListItem.read(item).stream())
        .filter(item -> item.isOf(region, name))
        .flatMap(item -> item.price(region, engine).stream())
        .forEach(
            price -> {
              List<Object> key =
                  List.of(
                      price.instanceClass(),
                      price.storage(),
                      Optional.ofNullable(price.deployment()));
              ListPrice other = byClass.putIfAbsent(key, price);
              if (other != null && other.hourlyUsd() != price.hourlyUsd()) {
                unclear.add(key);
              }
            });
    for (List<Object> key : unclear) {
      LOG.warn("The Price List has two prices of {} in {}; neither is used", key, region);
      byClass.remove(key);
    }
    return List.copyOf(byClass.values());
  }

  private static Filter equal(String field, String value) {
    return Filter.builder().type(FilterType.TERM_MATCH).field(field).value(value).build();
  }

  @Override
  public void close() {
    pricing.close();
    clients.close();
  }
}
