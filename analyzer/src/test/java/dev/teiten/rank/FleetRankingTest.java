package dev.teiten.rank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.archive.ClusterLoad;
import dev.teiten.archive.StatementText;
import dev.teiten.cpu.CpuWork;
import dev.teiten.fixtures.fleet.Fleet;
import dev.teiten.fixtures.fleet.Span;
import dev.teiten.fixtures.fleet.Workload;
import dev.teiten.load.ReviewWeek;
import dev.teiten.normalize.Dialect;
import dev.teiten.normalize.NormalizedStatement;
import dev.teiten.normalize.StatementNormalizer;
import dev.teiten.synthetic.FleetLoad;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The fleet of the demo, of which everything is known. */
class FleetRankingTest {
  private static final Instant NOW = Instant.parse("2026-11-18T09:00:00Z");
  private static final ReviewWeek WEEK = ReviewWeek.lastComplete(NOW, ZoneOffset.UTC);

  private static Function<StatementText, NormalizedStatement> normalizer(Dialect dialect) {
    StatementNormalizer normalizer = new StatementNormalizer(dialect);
    return text -> normalizer.normalize(text.text(), !text.complete());
  }

  @Test
  void explore() {
    Fleet fleet = Fleet.demo(1, NOW);
    long t0 = System.nanoTime();
    ClusterLoad load = FleetLoad.of(fleet, "pairs-main", WEEK, 6);
    long t1 = System.nanoTime();
    System.out.println("fleet " + (t1 - t0) / 1_000_000 + " ms");
    Ranking ranking = null;
    for (int i = 0; i < 4; i++) {
      t0 = System.nanoTime();
      CpuWork work = CpuWork.of(load);
      t1 = System.nanoTime();
      ranking = new Rankings(FleetRankingTest::normalizer, 1).rank(load, work, Ranking.Order.LOAD);
      long t2 = System.nanoTime();
      System.out.println("work " + (t1 - t0) / 1_000_000 + " ms, rank " + (t2 - t1) / 1_000_000);
      if (i == 0)
      work.instances().forEach(w -> System.out.println(w.instance().name() + " w0 " + w.backgroundCores() + " theta " + w.handlerShare() + " gain " + w.curve().gain()));
    }
    assertThat(ranking).isNotNull();
    Map<String, String> names =
        fleet.cluster("pairs-main").workloads().stream()
            .collect(Collectors.toMap(Workload::digestId, Workload::name, (a, b) -> a + "+" + b));
    Map<String, Double> truth =
        fleet.truth("pairs-main").loadAas(new Span(WEEK.range().from(), WEEK.range().to()));
    Map<String, Double> cores =
        fleet.truth("pairs-main").workCores(new Span(WEEK.range().from(), WEEK.range().to()));
    CpuWork work = CpuWork.of(load);
    System.out.println("total " + ranking.loadAas() + " other " + ranking.otherAas() + " peak " + ranking.peakLoadAas() + " days " + ranking.peakDays());
    for (Contributor c : ranking.contributors()) {
      String name = names.get(c.sourceDigests().get(0));
      double own = java.util.Arrays.stream(work.work(c.sourceDigests())).filter(v -> !Double.isNaN(v)).average().orElse(0);
      System.out.printf(
          "%2d [%d-%d] %-24s load %.3f true %.3f cores %.3f true %.3f peak %.3f rem %.2f calls %.1f %s %s%n",
          c.rank(), c.rankLow(), c.rankHigh(), name, c.loadAas(), truth.get(name), own, cores.get(name), c.peakShare(),
          c.removablePeakCores(), c.callsPerSecond(), c.weeks().stream().map(w -> w == null ? "-" : String.format("%.2f", w)).toList(), c.change());
    }
    ranking.gone().forEach(g -> System.out.println("gone " + g));
    ranking.warnings().forEach(System.out::println);
  }
}
