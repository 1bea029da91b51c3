package dev.teiten.rank;

import dev.teiten.archive.ClusterLoad;
import dev.teiten.archive.StatementText;
import dev.teiten.fixtures.fleet.ClusterSpec;
import dev.teiten.fixtures.fleet.Fleet;
import dev.teiten.fixtures.fleet.Incident;
import dev.teiten.fixtures.fleet.Workload;
import dev.teiten.load.ReviewWeek;
import dev.teiten.normalize.Dialect;
import dev.teiten.normalize.NormalizedStatement;
import dev.teiten.normalize.StatementNormalizer;
import dev.teiten.rank.Change.Kind;
import dev.teiten.synthetic.FleetLoad;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Measures false alarms and power on simulated fleets; too slow for every build. Run it by name:
 * {@code mvn -pl analyzer -am test -Dtest=RankingValidation
 * -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class RankingValidation {
  private static final Instant NOW = Instant.parse("2026-11-18T09:00:00Z");
  private static final ReviewWeek WEEK = ReviewWeek.lastComplete(NOW, ZoneOffset.UTC);
  private static final Instant TUESDAY = WEEK.range().from().plus(Duration.ofHours(38));
  private static final int SEEDS = Integer.getInteger("validation.seeds", 5);
  private static final int WEEKS = Integer.getInteger("validation.weeks", 6);

  private static Function<StatementText, NormalizedStatement> normalizer(Dialect dialect) {
    StatementNormalizer normalizer = new StatementNormalizer(dialect);
    return text -> normalizer.normalize(text.text(), !text.complete());
  }

  /** The demo's main cluster with a writer and a few readers, and nothing but what is given. */
  private static ClusterSpec cluster(long seed, List<Incident> incidents) {
    ClusterSpec main = Fleet.demo(seed, NOW).cluster("pairs-main");
    return new ClusterSpec(
        main.name(),
        main.engine(),
        main.engineVersion(),
        false,
        main.zone(),
        main.retentionDays(),
        main.writer(),
        main.instances(),
        List.of(),
        main.workloads(),
        incidents,
        main.connections());
  }

  private static Map<String, Change> changes(long seed, List<Incident> incidents) {
    ClusterSpec cluster = cluster(seed, incidents);
    Fleet fleet = Fleet.of(seed, "us-east-1", NOW, List.of(cluster));
    ClusterLoad load = FleetLoad.of(fleet, cluster.name(), WEEK, WEEKS);
    Map<String, String> names = new HashMap<>();
    cluster.workloads().forEach((Workload w) -> names.put(w.digestId(), w.name()));
    Ranking ranking = new Rankings(RankingValidation::normalizer, 1).rank(load, Ranking.Order.LOAD);
    Map<String, Change> changes = new HashMap<>();
    for (Contributor contributor : ranking.contributors()) {
      String digest = contributor.sourceDigests().get(0);
      changes.put(names.getOrDefault(digest, digest), contributor.change());
    }
    return changes;
  }

  @Test
  void weeksWithoutAChange() {
    int alarms = 0;
    for (long seed = 1; seed <= SEEDS; seed++) {
      for (Map.Entry<String, Change> change : changes(seed, List.of()).entrySet()) {
        if (change.getValue().kind() != Kind.STEADY) {
          alarms++;
          System.out.println("false alarm: seed " + seed + " " + change);
        }
      }
    }
    System.out.println(alarms + " false alarms in " + SEEDS + " weeks");
  }

  @Test
  void changesOfTheWorkACall() {
    for (double factor : new double[] {1.2, 1.3, 1.5, 0.7}) {
      List<String> changed =
          List.of("photos_in", "matches_list", "device_upsert", "admin_dashboard", "like_insert");
      List<Incident> incidents = new ArrayList<>();
      changed.forEach(name -> incidents.add(new Incident.WorkChange(name, TUESDAY, factor)));
      int found = 0;
      int dated = 0;
      int alarms = 0;
      int covered = 0;
      for (long seed = 1; seed <= SEEDS; seed++) {
        for (Map.Entry<String, Change> entry : changes(seed, incidents).entrySet()) {
          Change change = entry.getValue();
          Kind wanted = factor > 1 ? Kind.REGRESSED : Kind.IMPROVED;
          if (!changed.contains(entry.getKey())) {
            alarms += change.kind() != Kind.STEADY ? 1 : 0;
          } else if (change.kind() == wanted) {
            found++;
            dated += near(change.since()) ? 1 : 0;
            covered += covers(change, factor - 1) ? 1 : 0;
          } else {
            System.out.println("missed x" + factor + ": seed " + seed + " " + entry);
          }
        }
      }
      System.out.printf(
          "x%.1f: found %d of %d, dated within 3 h %d, interval holds the truth %d, false alarms %d%n",
          factor, found, changed.size() * SEEDS, dated, covered, alarms);
    }
  }

  private static boolean near(@Nullable Instant since) {
    return since != null && Duration.between(TUESDAY, since).abs().toHours() <= 3;
  }

  private static boolean covers(Change change, double effect) {
    Double low = change.effectLow();
    Double high = change.effectHigh();
    return low != null && high != null && low <= effect && effect <= high;
  }
}
