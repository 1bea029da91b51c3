package dev.teiten.web.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Runs each command as a process, and checks its JSON and exit status. */
@Order(3) // A long test: it starts early.
@Tag("slow")
class CommandsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final CollectedFleet fleet = CollectedFleet.get();

  @Test
  void rankAnswersTheDocumentOfTheContract() {
    JsonNode ranking = json(run("rank", "--cluster", "pairs-main", "--by", "peak", "--top", "3"));

    assertThat(ranking.fieldNames())
        .toIterable()
        .contains(
            "cluster",
            "week",
            "zone",
            "from",
            "to",
            "coverage",
            "loadAas",
            "otherAas",
            "peakMinutes",
            "peakLoadAas",
            "contributors",
            "gone",
            "warnings");
    assertThat(ranking.get("contributors")).hasSize(3);
    assertThat(ranking.get("contributors").get(0).fieldNames())
        .toIterable()
        .contains(
            "rank",
            "rankLow",
            "rankHigh",
            "fingerprint",
            "statement",
            "verb",
            "tables",
            "loadAas",
            "share",
            "peakShare",
            "removablePeakCores",
            "waits",
            "callsPerSecond",
            "latencySeconds",
            "rowsExaminedPerCall",
            "rowsSentPerCall",
            "sourceDigests",
            "instances",
            "change",
            "hints");
    assertThat(ranking.get("coverage").asDouble()).isGreaterThan(0.99);
    assertThat(ranking.get("from").asText()).isEqualTo(fleet.week().range().from().toString());
  }

  @Test
  void sizePutsTheOptionThatWasAskedForFirst() {
    JsonNode advice =
        json(run("size", "--cluster", "pairs-main", "--target", "db.r5.4xlarge", "--readers", "2"));

    JsonNode first = advice.get("options").get(0);
    assertThat(first.get("writerClass").asText()).isEqualTo("db.r5.4xlarge");
    assertThat(first.get("readers").asInt()).isEqualTo(2);
    assertThat(first.get("probabilitySafe").asDouble()).isLessThan(0.5);
    assertThat(advice.get("guards")).hasSize(10);
    assertThat(advice.get("current").get("readers").asInt()).isEqualTo(8);
  }

  @Test
  void clustersAndReviewAnswer() {
    assertThat(json(run("clusters")).get("clusters")).hasSize(3);
    TeitenProcess.Result review =
        fleet
            .program()
            .run(
                "review",
                "--archive",
                folder(),
                "--week",
                fleet.week().label(),
                "--format",
                "markdown");
    assertThat(review.status()).isZero();
    assertThat(review.out()).contains("# pairs-main", "## Agenda", "## Ranking", "## Sizing");
  }

  @Test
  void whoOnlyReadsMakesNoStore() {
    run("rank", "--cluster", "pairs-main");
    run("size", "--cluster", "pairs-main");
    run("review", "--cluster", "pairs-main");
    assertThat(fleet.folder().resolve("reviews.sqlite")).doesNotExist();
  }

  @Test
  void fingerprintAnswersLineByLine() {
    TeitenProcess.Result result =
        TeitenProcess.withoutCredentials()
            .runWithInput(
                "\"SELECT * FROM users WHERE id = 5\"\n"
                    + "\"\"\n"
                    + "not json\n"
                    + "\"select * from users where id=?\"\n",
                "fingerprint");

    String[] lines = result.out().split("\n");
    assertThat(result.status()).isZero();
    assertThat(lines).hasSize(4);
    assertThat(parse(lines[0]).get("id")).isEqualTo(parse(lines[3]).get("id"));
    assertThat(parse(lines[0]).get("tables")).hasSize(1);
    assertThat(parse(lines[1]).get("parsed").asBoolean()).isFalse();
  }

  @Test
  void checkNamesEachPermission() {
    TeitenProcess.Result result = fleet.program().run("check", "--format", "json");

    assertThat(result.status()).isZero();
    assertThat(result.out())
        .contains(
            "credentials",
            "clock",
            "rds:DescribeDBInstances",
            "pi:GetResourceMetrics",
            "pi:DescribeDimensionKeys",
            "pi:GetDimensionKeyDetails",
            "\"OK\"");
  }

  private TeitenProcess.Result run(String command, String... more) {
    String[] arguments = new String[more.length + 5];
    arguments[0] = command;
    arguments[1] = "--archive";
    arguments[2] = folder();
    arguments[3] = "--format";
    arguments[4] = "json";
    System.arraycopy(more, 0, arguments, 5, more.length);
    return fleet.program().run(arguments);
  }

  private String folder() {
    return fleet.folder().toString();
  }

  private static JsonNode json(TeitenProcess.Result result) {
    assertThat(result.err()).doesNotContain("Exception");
    assertThat(result.status()).isZero();
    return parse(result.out());
  }

  private static JsonNode parse(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError("not JSON: " + text, e);
    }
  }
}
