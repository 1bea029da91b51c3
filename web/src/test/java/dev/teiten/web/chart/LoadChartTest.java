package dev.teiten.web.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.teiten.cpu.RunningVcpus;
import dev.teiten.load.ClusterLoad;
import dev.teiten.load.Instance;
import dev.teiten.load.InstanceLoad;
import dev.teiten.load.ReviewWeek;
import dev.teiten.load.TimeRange;
import dev.teiten.review.WeeklyReview;
import dev.teiten.web.sample.SampleFacts;
import dev.teiten.web.sample.SampleServer;
import dev.teiten.web.view.PageTexts;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("slow")
class LoadChartTest {

  private static final WeeklyReview REVIEW =
      SampleServer.reviews().review("main", SampleFacts.WEEK);
  private static final double NONE = Double.NaN;

  /** The archive keeps loads as floats, and this test sums them in another order. */
  private static final double FLOAT = 1e-5;

  @Test
  void aMeanLeavesOutTheMinutesWithoutData() {
    double[] total = {4, NONE, 6, NONE, NONE, NONE};
    double[] part = {2, NONE, NONE, NONE, NONE, NONE};
    assertThat(MinuteSeries.means(total, total, 0, 6, 3)).containsExactly(5, NONE);
    assertThat(MinuteSeries.means(part, total, 0, 6, 3)).containsExactly(1, NONE);
  }

  @Test
  void theRestIsWhatThePartsDoNotHold() {
    double[] total = {4, NONE, 6};
    assertThat(MinuteSeries.remainder(total, List.of(new double[] {1, 1, NONE})))
        .containsExactly(3, NONE, 6);
  }

  @ParameterizedTest
  @EnumSource(
      value = Slice.class,
      names = {"WAITS", "SQL", "INSTANCES", "USERS", "HOSTS"})
  void theSeriesOfEverySliceTogetherAreTheTotal(Slice slice) {
    LoadChart chart = chart(slice, null);
    double[] total = LoadChart.total(REVIEW.load());
    int step = (int) chart.step().toMinutes();
    double[] means = MinuteSeries.means(total, total, 0, total.length, step);
    for (int i = 0; i < means.length; i++) {
      double sum = 0;
      for (LoadChart.Line line : chart.lines()) {
        sum += line.aas()[i];
      }
      assertThat(sum).isEqualTo(means[i], within(FLOAT));
    }
  }

  @Test
  void aWeekComesInTenMinuteMeansAndTheMissingHoursAreGaps() {
    LoadChart chart = chart(Slice.WAITS, null);
    assertThat(chart.step()).isEqualTo(Duration.ofMinutes(10));
    double[] cpu = chart.lines().get(0).aas();
    assertThat(cpu).hasSize(1008);
    int gap = (4 * 1440 + 180) / 10;
    for (int i = gap; i < gap + 12; i++) {
      assertThat(cpu[i]).isNaN();
    }
    assertThat(cpu[gap - 1]).isPositive();
    assertThat(cpu[gap + 12]).isPositive();
  }

  @Test
  void aNarrowerRangeComesFiner() {
    Instant from = Instant.parse("2026-11-11T18:00:00Z");
    LoadChart chart = chart(Slice.WAITS, new TimeRange(from, from.plus(Duration.ofHours(6))));
    assertThat(chart.from()).isEqualTo(from);
    assertThat(chart.step()).isEqualTo(Duration.ofMinutes(1));
    assertThat(chart.lines().get(0).aas()).hasSize(360);
  }

  @Test
  void usersComeByTheHourAndTheHeaviestFirst() {
    Instant from = Instant.parse("2026-11-11T18:20:00Z");
    LoadChart chart = chart(Slice.USERS, new TimeRange(from, from.plus(Duration.ofHours(1))));
    assertThat(chart.from()).isEqualTo("2026-11-11T18:00:00Z");
    assertThat(chart.step()).isEqualTo(Duration.ofHours(1));
    assertThat(chart.lines())
        .extracting(LoadChart.Line::name)
        .containsExactly("api", "batch", "other");
    assertThat(chart.lines().get(0).aas()).hasSize(2);
    double[] total = LoadChart.total(REVIEW.load());
    double hour = MinuteSeries.mean(total, total, (2 * 24 + 18) * 60, (2 * 24 + 19) * 60);
    assertThat(chart.lines().get(0).aas()[0])
        .isEqualTo(SampleFacts.USERS.getOrDefault("api", 0.0) * hour, within(FLOAT));
  }

  @Test
  void whatWasNotCollectedIsNotOfferedAndFallsBackToWaits() {
    assertThat(Slice.of("users", REVIEW.dimensions())).isEqualTo(Slice.USERS);
    assertThat(Slice.of("databases", REVIEW.dimensions())).isEqualTo(Slice.WAITS);
    assertThat(Slice.of("moods", REVIEW.dimensions())).isEqualTo(Slice.WAITS);
  }

  @Test
  void aRangeBeyondTheWeekIsCutToIt() {
    Instant early = Instant.parse("2020-01-01T00:00:00Z");
    LoadChart chart =
        chart(Slice.WAITS, new TimeRange(early, Instant.parse("2030-01-01T00:00:00Z")));
    assertThat(chart.from()).isEqualTo(SampleFacts.WEEK.range().from());
  }

  @Test
  void aRangeToTheWeeksEndHoldsItsLastMinuteAndItsLastHour() {
    Instant end = SampleFacts.WEEK.range().to();
    TimeRange hours = new TimeRange(end.minus(Duration.ofHours(3)), end);
    assertThat(chart(Slice.WAITS, hours).lines().get(0).aas()).hasSize(180);
    assertThat(chart(Slice.USERS, hours).lines().get(0).aas()).hasSize(3);
    TimeRange last = new TimeRange(end.minus(Duration.ofMinutes(1)), end);
    double[] total = LoadChart.total(REVIEW.load());
    double held =
        RangeLoads.of(REVIEW.load(), REVIEW.ranking().contributors(), last).values().stream()
            .mapToDouble(Double::doubleValue)
            .sum();
    assertThat(held).isPositive().isLessThanOrEqualTo(total[total.length - 1] + FLOAT);
  }

  @ParameterizedTest
  @CsvSource({"2026-W10,167", "2026-W44,169"})
  void aWeekWithAClockChangeHasItsOwnHours(String label, int hours) {
    ReviewWeek week = ReviewWeek.parse(label, ZoneId.of("America/New_York"));
    WeeklyReview review = SampleServer.reviews().review("main", week);
    LoadChart chart = LoadChart.of(review, Slice.INSTANCES, null, PageTexts.in("en"));
    assertThat(chart.step().multipliedBy(chart.lines().get(0).aas().length))
        .isEqualTo(Duration.ofHours(hours));
    assertThat(WeekHours.of(review.load())).hasSize(hours);
  }

  @Test
  void theWeekBeforeAndTheVcpusComeAlong() {
    LoadChart chart = chart(Slice.WAITS, null);
    assertThat(chart.before())
        .isNotNull()
        .satisfies(before -> assertThat(before.week()).isEqualTo("2026-W45"));
    assertThat(chart.vcpus()).hasValue(9 * 32);
  }

  @Test
  void anInstanceThatReportsNoVcpusHasThoseOfItsClass() {
    ClusterLoad load = REVIEW.load();
    List<InstanceLoad> silent =
        load.instances().stream().map(instance -> silent(instance, "db.r5.8xlarge")).toList();
    assertThat(RunningVcpus.of(with(load, silent)).most()).hasValue(9 * 32);
    List<InstanceLoad> odd = new ArrayList<>(silent);
    odd.set(0, silent(silent.get(0), "db.odd.huge"));
    assertThat(RunningVcpus.of(with(load, odd)).most()).isEmpty();
  }

  private static InstanceLoad silent(InstanceLoad load, String instanceClass) {
    Instance old = load.instance();
    Instance named =
        new Instance(
            old.resourceId(),
            old.name(),
            old.engineVersion(),
            instanceClass,
            old.role(),
            old.availabilityZone(),
            old.promotionTier(),
            old.createdAt());
    return new InstanceLoad(
        named,
        load.total(),
        load.waits(),
        load.digests(),
        load.digestCpu(),
        Map.of(),
        load.hours());
  }

  private static ClusterLoad with(ClusterLoad load, List<InstanceLoad> instances) {
    return new ClusterLoad(
        load.cluster(),
        load.week(),
        instances,
        load.history(),
        load.statements(),
        load.coverage(),
        load.warnings(),
        load.timeline(),
        load.older(),
        load.orderable());
  }

  private static LoadChart chart(Slice slice, @Nullable TimeRange range) {
    return LoadChart.of(REVIEW, slice, range, PageTexts.in("en"));
  }
}
