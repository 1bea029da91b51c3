package dev.teiten.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.teiten.archive.Archive;
import dev.teiten.fixtures.endpoint.wire.EndpointFaults;
import dev.teiten.fixtures.fleet.ClusterSpec;
import dev.teiten.fixtures.fleet.InstanceSpec;
import dev.teiten.fixtures.fleet.MinuteSpan;
import dev.teiten.fixtures.fleet.SimulatedFleet;
import dev.teiten.load.ClusterLoad;
import dev.teiten.load.ReviewWeek;
import dev.teiten.load.TimeRange;
import dev.teiten.rank.QueryRanker;
import dev.teiten.rank.Ranking;
import dev.teiten.source.LoadSource;
import dev.teiten.synthetic.SimpleNormalizer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reader a day lives from 17:00 to 23:00, and the true load of the week is known. */
@Tag("slow")
class AutoscaledFleetTest {
  private static final ReviewWeek WEEK =
      ReviewWeek.lastComplete(Instant.now().minus(Duration.ofHours(2)), ZoneOffset.UTC);
  private static final TimeRange RANGE = WEEK.range();
  private static final SimulatedFleet FLEET = fleet();

  @TempDir Path folder;

  private static Instant at(int day, int hour) {
    return RANGE.from().plus(Duration.ofDays(day)).plus(Duration.ofHours(hour));
  }

  private static SimulatedFleet fleet() {
    Instant now = RANGE.to().plus(Duration.ofHours(2));
    ClusterSpec billing = SimulatedFleet.small(3, now).cluster("billing");
    List<InstanceSpec> instances = new ArrayList<>(billing.instances());
    for (int day = 0; day < 7; day++) {
      instances.add(
          InstanceSpec.of(
                  "application-autoscaling-" + day, "db.r5.large", "us-east-1c", 15, at(day, 17))
              .deletedAt(at(day, 23)));
    }
    return SimulatedFleet.of(3, "us-east-1", now, List.of(billing.withInstances(instances)));
  }

  private static void collect(Archive archive, Instant now, TimeRange range) {
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    try (EmulatedAws aws = new EmulatedAws(FLEET, EndpointFaults.NONE, clock);
        LoadSource source = aws.source()) {
      new SourceCollector(source, archive, clock)
          .collect(new CollectPlan(range, Set.of(), 2), progress -> {});
    }
  }

  private static double loadAas(ClusterLoad load) {
    Ranking ranking = new QueryRanker(SimpleNormalizer::of, 1).rank(load, Ranking.Order.LOAD);
    return Objects.requireNonNull(ranking.loadAas());
  }

  @Test
  void loadOfACollectWhileTheyLiveIsTrue() {
    double truth =
        FLEET.truth("billing").loadAas(new MinuteSpan(RANGE.from(), RANGE.to())).values().stream()
            .mapToDouble(Double::doubleValue)
            .sum();
    try (Archive archive = EmulatedAws.archive(folder)) {
      for (int day = 0; day < 7; day++) {
        Instant evening = at(day, 22);
        collect(archive, evening, new TimeRange(at(day, 17), evening));
      }
      collect(archive, FLEET.now(), RANGE);
      ClusterLoad load = archive.load("billing", WEEK, 0);

      assertThat(load.instances()).hasSize(9);
      assertThat(load.cluster().instances()).hasSize(2);
      assertThat(load.timeline().mostReaders(RANGE)).isEqualTo(2);
      assertThat(load.coverage().share()).isBetween(0.97, 1.0);
      assertThat(loadAas(load)).isCloseTo(truth, within(0.02 * truth));
    }
  }

  @Test
  void nightlyCollectKnowsWhatItMissed() {
    try (Archive archive = EmulatedAws.archive(folder)) {
      collect(archive, FLEET.now(), RANGE);
      ClusterLoad load = archive.load("billing", WEEK, 0);

      assertThat(load.timeline().unseen(RANGE)).hasSize(7);
      assertThat(load.coverage().share()).isCloseTo(336.0 / 378, within(0.001));
    }
  }
}
