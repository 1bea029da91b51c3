package dev.teiten.source.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.load.Cluster.StorageType;
import dev.teiten.load.DeploymentKind;
import dev.teiten.load.Engine;
import dev.teiten.source.ListPrice;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceListItemTest {
  private static final String ITEM =
      """
      {"product": {"productFamily": "Database Instance", "sku": "S", "attributes": {
         "regionCode": "ap-northeast-1", "databaseEngine": "Aurora MySQL",
         "deploymentOption": "Single-AZ", "instanceType": "db.r7g.xlarge",
         "usagetype": "APN1-InstanceUsageIOOptimized:db.r7g.xl"}},
       "terms": {"OnDemand": {"S.T": {"priceDimensions": {"S.T.R": {
         "unit": "Hrs", "beginRange": "0", "pricePerUnit": {"USD": "0.8630000000"}}}}},
         "Reserved": {"S.U": {"priceDimensions": {"S.U.R": {
         "unit": "Hrs", "beginRange": "0", "pricePerUnit": {"USD": "0.5000000000"}}}}}},
       "publicationDate": "2026-11-13T21:04:36Z"}
      """;

  private static Optional<ListPrice> price(String item) {
    return PriceListItem.read(item)
        .filter(each -> each.isOf("ap-northeast-1", "Aurora MySQL"))
        .flatMap(each -> each.price("ap-northeast-1", Engine.AURORA_MYSQL));
  }

  @Test
  void theOnDemandPriceIsTakenAndTheReservedIsNot() {
    assertThat(price(ITEM))
        .hasValue(
            new ListPrice(
                "db.r7g.xlarge",
                "ap-northeast-1",
                Engine.AURORA_MYSQL,
                null,
                StorageType.IO_OPTIMIZED,
                0.863,
                LocalDate.of(2026, 11, 13)));
  }

  @Test
  void standardIsToldByItsUsageType() {
    assertThat(price(ITEM.replace("UsageIOOptimized", "Usage")))
        .hasValueSatisfying(p -> assertThat(p.storage()).isEqualTo(StorageType.STANDARD));
  }

  @Test
  void whatWasNotAskedForIsLeftOut() {
    assertThat(price(ITEM.replace("Aurora MySQL", "MySQL"))).isEmpty();
    assertThat(price(ITEM.replace("ap-northeast-1", "us-east-1"))).isEmpty();
    assertThat(price(ITEM.replace("Single-AZ", "Multi-AZ"))).isEmpty();
    assertThat(price(ITEM.replace("InstanceUsageIOOptimized:db.r7g.xl", "RDS:ExtendedSupport")))
        .isEmpty();
    assertThat(price("not json")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Single-AZ, InstanceUsage, SINGLE_AZ",
    "Multi-AZ, Multi-AZUsage, MULTI_AZ",
    "Multi-AZ (readable standbys), Multi-AZClusterUsage, MULTI_AZ_CLUSTER",
    "Multi-AZ, InstanceUsage, ",
    "Multi-AZ (SQL Server Mirror), Multi-AZUsage, "
  })
  void outsideAuroraAPriceIsOfADeployment(
      String option, String usage, @Nullable DeploymentKind expected) {
    String item =
        ITEM.replace("Aurora MySQL", "PostgreSQL")
            .replace("Single-AZ", option)
            .replace("InstanceUsageIOOptimized", usage);

    assertThat(
            PriceListItem.read(item)
                .filter(each -> each.isOf("ap-northeast-1", "PostgreSQL"))
                .flatMap(each -> each.price("ap-northeast-1", Engine.POSTGRESQL))
                .map(ListPrice::deployment))
        .isEqualTo(Optional.ofNullable(expected));
  }

  @Test
  void whatIsNotClearHasNoPrice() {
    assertThat(price(ITEM.replace("0.8630000000", "0.0000000000"))).isEmpty();
    assertThat(price(ITEM.replace("USD", "CNY"))).isEmpty();
    assertThat(price(ITEM.replace("2026-11-13T21:04:36Z", ""))).isEmpty();
    assertThat(price(ITEM.replace("\"Hrs\"", "\"Quantity\""))).isEmpty();
    String two =
        ITEM.replace(
            "\"S.T.R\": {",
            "\"S.T.Q\": {\"unit\": \"Hrs\", \"pricePerUnit\": {\"USD\": \"0.9\"}}, \"S.T.R\": {");
    assertThat(price(two)).isEmpty();
  }
}
