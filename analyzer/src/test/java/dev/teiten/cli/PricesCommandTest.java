package dev.teiten.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.teiten.collect.EmulatedAws;
import dev.teiten.fixtures.endpoint.AwsEndpoints;
import dev.teiten.fixtures.endpoint.wire.EndpointFaults;
import dev.teiten.fixtures.fleet.SimulatedFleet;
import dev.teiten.load.Cluster.StorageType;
import dev.teiten.load.Engine;
import dev.teiten.size.price.Price;
import dev.teiten.size.price.PriceBook;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Runs the command against the emulator's Price List with the real SDK. */
class PricesCommandTest {
  private static final SimulatedFleet FLEET =
      SimulatedFleet.small(1, Instant.parse("2026-11-18T03:00:00Z"));
  private static final int CLASSES = 35;

  /** Classes that the simulated Price List has outside Aurora only. */
  private static final int CLASSES_OF_RDS = 21;

  private static final LocalDate PUBLISHED = LocalDate.of(2026, 11, 13);

  @TempDir Path folder;

  private record Run(int status, String out, String err) {
    JsonNode prices() throws IOException {
      return new ObjectMapper().readTree(out).path("prices");
    }
  }

  @BeforeAll
  static void signIn() {
    EmulatedAws.signIn();
  }

  private static Run prices(String... arguments) {
    CommandLine line = Cli.commandLine((review, language) -> "");
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    List<String> command = new ArrayList<>(List.of("prices"));
    command.addAll(List.of(arguments));
    int status = Cli.execute(line, command.toArray(String[]::new));
    return new Run(status, out.toString(), err.toString());
  }

  private static Run updated(EndpointFaults faults, Path file, String region) {
    try (AwsEndpoints endpoints = AwsEndpoints.start(FLEET, faults)) {
      String url = endpoints.uri().toString();
      return prices(
          "--update",
          "--region=" + region,
          "--file=" + file,
          "--endpoint-url=" + url,
          "--format=json");
    }
  }

  @Test
  void anUpdateWritesTheDatedPricesOfARegionThatTheBookThenUses() {
    Path file = PriceBook.fileIn(folder);
    Run run = updated(EndpointFaults.NONE, file, "ap-northeast-1");

    assertThat(run.status()).isZero();
    assertThat(run.err()).contains("ap-northeast-1", file.toString());
    PriceBook book = PriceBook.of(folder);
    // The emulator's Tokyo prices are 1.2 times its us-east-1 prices.
    Price expected = new Price(0.312, PUBLISHED, "AWS Price List (AmazonRDS, GetProducts)");
    for (Engine engine : List.of(Engine.AURORA_MYSQL, Engine.AURORA_POSTGRESQL)) {
      assertThat(book.find("db.r6g.large", "ap-northeast-1", StorageType.STANDARD, engine))
          .hasValue(expected);
      assertThat(book.find("db.r6g.large", "ap-northeast-1", StorageType.IO_OPTIMIZED, engine))
          .hasValueSatisfying(price -> assertThat(price.hourlyUsd()).isEqualTo(0.4056));
      assertThat(book.find("acu", "ap-northeast-1", StorageType.STANDARD, engine))
          .hasValueSatisfying(price -> assertThat(price.hourlyUsd()).isEqualTo(0.144));
      assertThat(book.find("db.x2g.large", "ap-northeast-1", StorageType.STANDARD, engine))
          .isEmpty();
    }
    assertThat(book.find("db.r6g.large", "us-east-1", StorageType.STANDARD, Engine.AURORA_MYSQL))
        .hasValueSatisfying(price -> assertThat(price.source()).isEqualTo("AWS Price List"));
  }

  @Test
  void theListSaysWhereEachPriceComesFromAndAnOwnFileWins() throws IOException {
    Path file = PriceBook.fileIn(folder);
    updated(EndpointFaults.NONE, file, "us-east-1");
    Path contract =
        Files.writeString(
            folder.resolve("own.csv"),
            "instance_class,region,storage,usd_per_hour,as_of,source\n"
                + "db.r6g.large,us-east-1,standard,0.2,2026-11-20,contract\n");
    Run run = prices("--archive=" + folder, "--prices=" + contract, "--format=json");

    List<JsonNode> large = new ArrayList<>();
    for (JsonNode price : run.prices()) {
      if (price.path("instanceClass").asText().equals("db.r6g.large")
          && price.path("storage").asText().equals("STANDARD")
          && price.path("deployment").isNull()) {
        large.add(price);
      }
      boolean isOwn = price.path("source").asText().equals("contract");
      assertThat(price.path("asOf").asText()).isEqualTo(isOwn ? "2026-11-20" : "2026-11-13");
    }
    assertThat(large)
        .singleElement()
        .satisfies(
            price -> {
              assertThat(price.path("source").asText()).isEqualTo("contract");
              assertThat(price.path("hourlyUsd").asDouble()).isEqualTo(0.2);
              assertThat(price.path("monthlyUsd").asDouble()).isEqualTo(146);
            });
  }

  @Test
  void theCsvIsAPriceFileAgain() throws IOException {
    Run run = prices("--region=us-east-1", "--format=csv");
    Path file = Files.writeString(folder.resolve("edited.csv"), run.out());
    assertThat(PriceBook.read(file)).containsExactlyElementsOf(PriceBook.bundled().rows());
    assertThat(prices("--format=markdown").out()).contains("| db.r6g.large | us-east-1 |");
    assertThat(prices().out()).contains("AWS Price List");
  }

  @Test
  void throttlingAndErrorsAreRetried() {
    Path file = folder.resolve("prices.csv");
    assertThat(updated(EndpointFaults.NONE.throttlingEvery(2), file, "us-east-1").status())
        .isZero();
    assertThat(updated(EndpointFaults.NONE.failingEvery(2), file, "us-west-2").status()).isZero();
    // Two regions, two engines of Aurora and two storage types of all classes, plus the capacity
    // unit; and three other engines and three deployments of these classes and of those of RDS.
    assertThat(PriceBook.read(file))
        .hasSize(8 * (CLASSES + 1) + 2 * 3 * 3 * (CLASSES + CLASSES_OF_RDS));
  }

  @Test
  void anAssumedRoleAsksThePriceList() {
    Path file = folder.resolve("prices.csv");
    try (AwsEndpoints endpoints = AwsEndpoints.start(FLEET)) {
      Run run =
          prices(
              "--update",
              "--region=us-east-1",
              "--file=" + file,
              "--role-arn=arn:aws:iam::123456789012:role/reader",
              "--endpoint-url=" + endpoints.uri());
      assertThat(run.status()).as(run.err()).isZero();
      assertThat(endpoints.calls()).containsEntry("AssumeRole", 1L);
    }
    assertThat(file).exists();
  }

  @Test
  void aRefusalLeavesTheOldFileAndSaysWhatIsMissing() throws IOException {
    Path file = Files.writeString(folder.resolve("prices.csv"), "old");
    Run run = updated(EndpointFaults.NONE.denying("pricing:GetProducts"), file, "us-east-1");

    assertThat(run.status()).isEqualTo(CommandErrors.FAILED);
    assertThat(run.err()).contains("pricing:GetProducts", "AccessDenied");
    assertThat(file).hasContent("old");
  }

  @Test
  void aRegionWithoutPricesAndAMissingFileAreSaid() {
    Path file = folder.resolve("prices.csv");
    Run run = updated(EndpointFaults.NONE, file, "sa-east-1");
    assertThat(run.status()).isEqualTo(CommandErrors.FAILED);
    assertThat(run.err()).contains("sa-east-1");
    assertThat(file).doesNotExist();

    Run noFile = prices("--update", "--region=us-east-1");
    assertThat(noFile.status()).isEqualTo(CommandErrors.WRONG);
    assertThat(noFile.err()).contains("--file");
    Run noRegion = prices("--update", "--file=" + file);
    assertThat(noRegion.status()).isEqualTo(CommandErrors.WRONG);
    assertThat(noRegion.err()).contains("--region");
  }
}
