package dev.teiten.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.teiten.archive.Archive;
import dev.teiten.collect.EmulatedAws;
import dev.teiten.fixtures.endpoint.AwsEndpoints;
import dev.teiten.fixtures.endpoint.wire.EndpointFaults;
import dev.teiten.fixtures.fleet.SimulatedFleet;
import dev.teiten.source.LoadSource;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code check} and {@code clusters} on a fleet with every engine and both insights modes. */
class CheckCommandTest {
  private static final SimulatedFleet FLEET = SimulatedFleet.rds(1, Instant.now());

  @TempDir Path folder;

  @BeforeAll
  static void signIn() {
    EmulatedAws.signIn();
  }

  private static String run(String... arguments) {
    CommandLine line = Cli.commandLine((review, language) -> "");
    StringWriter out = new StringWriter();
    line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(new StringWriter(), true));
    Cli.execute(line, arguments);
    return out.toString();
  }

  private static String check(SimulatedFleet fleet, EndpointFaults faults, String format) {
    try (AwsEndpoints endpoints = AwsEndpoints.start(fleet, faults)) {
      return run(
          "check", "--region=us-east-1", "--endpoint-url=" + endpoints.uri(), "--format=" + format);
    }
  }

  @Test
  void whatIsFineIsOneLineARegion() {
    List<String> lines = check(FLEET, EndpointFaults.NONE, "markdown").lines().skip(2).toList();

    assertThat(lines).filteredOn(line -> line.startsWith("| ok ")).hasSize(1);
    assertThat(lines.get(0))
        .contains("performance-insights 7")
        .contains("4 on (Database Insights Standard), keeps 93 days, charged by vCPU and month")
        .contains("3 on (Database Insights Advanced), keeps 465 days, charged by vCPU or capacity");
    assertThat(lines)
        .filteredOn(line -> !line.startsWith("| ok "))
        .singleElement()
        .asString()
        .contains("other-engines", "erp (oracle-se2)");
  }

  @Test
  void programsGetEveryCheck() throws IOException {
    JsonNode checks =
        new ObjectMapper().readTree(check(FLEET, EndpointFaults.NONE, "json")).path("checks");

    assertThat(checks).hasSizeGreaterThan(20);
  }

  @Test
  void aFreeWeekSaysSo() {
    SimulatedFleet posts =
        SimulatedFleet.of(
            1,
            "us-east-1",
            FLEET.now(),
            List.of(SimulatedFleet.small(1, FLEET.now()).cluster("posts")));

    assertThat(check(posts, EndpointFaults.NONE, "markdown"))
        .contains("keeps 7 days, at no charge", "Collect at least once a day");
  }

  @Test
  void clustersTellDeploymentAndWhatIsNotRead() throws IOException {
    try (EmulatedAws aws = new EmulatedAws(FLEET, EndpointFaults.NONE);
        LoadSource source = aws.source();
        Archive archive = EmulatedAws.archive(folder)) {
      archive.addInventory(source.inventory(), true);
      archive.contents().addUnread(source.place(), source.unread(), FLEET.now());
    }
    String table = run("clusters", "--archive=" + folder);
    assertThat(table)
        .containsPattern("shop +us-east-1 +mysql, Multi-AZ +3")
        .containsPattern("ledger +us-east-1 +postgres, Multi-AZ \\(readable standbys\\) +3")
        .containsPattern("notes +us-east-1 +mariadb, Single-AZ +1")
        .contains("Not read: erp (oracle-se2, us-east-1)");

    JsonNode json =
        new ObjectMapper().readTree(run("clusters", "--archive=" + folder, "--format=json"));
    assertThat(json.at("/unread/0/engine").asText()).isEqualTo("oracle-se2");
    JsonNode replica = instance(json, "shop-replica-1");
    assertThat(replica.path("role").asText()).isEqualTo("READER");
    assertThat(replica.path("deployment").asText()).isEqualTo("SINGLE_AZ");
    assertThat(replica.path("replicaOf").asText()).isEqualTo("shop");
    assertThat(replica.path("volumeType").asText()).isEqualTo("gp3");
    assertThat(replica.path("iops").asInt()).isEqualTo(3_000);
    assertThat(replica.path("insightsMode").asText()).isEqualTo("STANDARD");
    assertThat(replica.path("retentionDays").asInt()).isEqualTo(93);
  }

  private static JsonNode instance(JsonNode clusters, String name) {
    for (JsonNode cluster : clusters.path("clusters")) {
      for (JsonNode instance : cluster.path("instances")) {
        if (instance.path("name").asText().equals(name)) {
          return instance;
        }
      }
    }
    throw new AssertionError("no instance " + name);
  }

  @Test
  void anEngineThatIsGoneIsForgotten() {
    try (EmulatedAws aws = new EmulatedAws(FLEET, EndpointFaults.NONE);
        LoadSource source = aws.source();
        Archive archive = EmulatedAws.archive(folder)) {
      source.inventory();
      archive.contents().addUnread(source.place(), source.unread(), FLEET.now());
      assertThat(archive.contents().unread()).hasSize(1);
      archive.contents().addUnread(source.place(), List.of(), FLEET.now().plusSeconds(60));
      assertThat(archive.contents().unread()).isEmpty();
    }
  }
}
