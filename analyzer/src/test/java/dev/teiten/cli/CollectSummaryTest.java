package dev.teiten.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.collect.CollectPlan;
import dev.teiten.collect.CollectReport;
import dev.teiten.collect.CollectShard;
import dev.teiten.collect.FleetCollectReport;
import dev.teiten.load.TeitenException;
import dev.teiten.source.SourceException;
import dev.teiten.source.SourceException.Reason;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CollectSummaryTest {

  private static SourceException lack(String part, String instance) {
    return new SourceException(
        Reason.NOT_KEPT,
        part,
        part + " of " + instance + " was refused: InvalidArgumentException",
        "Do something about it.",
        new IllegalStateException());
  }

  private static String printed(List<SourceException> failures, List<SourceException> forgone) {
    CollectReport report = new CollectReport(2, 14, 0, 3, 400, failures, forgone, false);
    StringWriter out = new StringWriter();
    CollectSummary summary =
        new CollectSummary(
            new FleetCollectReport(Map.of("us-east-1", report), Map.of()),
            new CollectPlan(null, Set.of(), 1));
    summary.print(new PrintWriter(out));
    assertThat(summary.status()).isZero();
    return out.toString();
  }

  @Test
  void allThatIsMissingIsOneWarningWhateverTheNumberOfDays() {
    List<SourceException> failures = new ArrayList<>();
    for (int day = 0; day < 7; day++) {
      failures.add(lack("pi:GetResourceMetrics by db.user", "main-1"));
      failures.add(lack("pi:ListAvailableResourceMetrics", "main-1"));
    }

    String text = printed(failures, List.of(lack("rds:DescribeEvents", "us-east-1")));

    assertThat(text.lines().filter(line -> line.contains("without")))
        .containsExactly(
            "Done without pi:GetResourceMetrics by db.user (7 times),"
                + " pi:ListAvailableResourceMetrics (7 times), rds:DescribeEvents. The first:"
                + " pi:GetResourceMetrics by db.user of main-1 was refused:"
                + " InvalidArgumentException. Do something about it.");
    assertThat(text).contains("run the same command again");
  }

  @Test
  void manyPartsAreCountedAndNothingMissingIsNotMentioned() {
    List<SourceException> failures = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      failures.add(lack("part " + i, "main-1"));
    }

    assertThat(printed(failures, List.of())).contains("part 7 and 12 more. The first: part 0 of");
    assertThat(printed(List.of(), List.of())).doesNotContain("without", "again");
    assertThat(printed(List.of(), List.of(lack("rds:DescribeEvents", "eu"))))
        .contains("Done without rds:DescribeEvents. The first:")
        .doesNotContain("run the same command again");
  }

  /** A part of the clusters may be empty, but a place that did not answer is a failure. */
  @Test
  void anEmptyPartIsDoneUnlessAPlaceFailed() {
    CollectReport none = new CollectReport(0, 0, 0, 0, 4, List.of(), List.of(), false);
    CollectPlan part = new CollectPlan(null, Set.of(), 1, false, new CollectShard(2, 9));
    Map<String, TeitenException> denied = Map.of("eu-west-1", new TeitenException("no", "Ask."));

    assertThat(status(none, Map.of(), part)).isZero();
    assertThat(status(none, denied, part)).isEqualTo(1);
    assertThat(status(none, Map.of(), new CollectPlan(null, Set.of(), 1))).isEqualTo(1);
  }

  private static int status(
      CollectReport report, Map<String, TeitenException> failed, CollectPlan plan) {
    return new CollectSummary(new FleetCollectReport(Map.of("us-east-1", report), failed), plan)
        .status();
  }
}
