package dev.teiten.rank;

import dev.teiten.change.QueryChange;
import dev.teiten.fixtures.fleet.CallProfile;
import dev.teiten.fixtures.fleet.CallRoute;
import dev.teiten.fixtures.fleet.ClusterPhysics;
import dev.teiten.fixtures.fleet.ClusterSpec;
import dev.teiten.fixtures.fleet.Incident;
import dev.teiten.fixtures.fleet.InstanceSpec;
import dev.teiten.fixtures.fleet.LoadVariation;
import dev.teiten.fixtures.fleet.MinuteSpan;
import dev.teiten.fixtures.fleet.SimulatedFleet;
import dev.teiten.fixtures.fleet.TrafficCurve;
import dev.teiten.fixtures.fleet.WorkloadSpec;
import dev.teiten.load.ReviewWeek;
import dev.teiten.normalize.StatementNormalizer;
import dev.teiten.normalize.scan.Dialect;
import dev.teiten.synthetic.FleetLoad;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A small cluster of a writer and a reader, with lively noise, for changes with a known truth. */
public final class ChangeWorld {
  public static final ReviewWeek WEEK = new ReviewWeek(LocalDate.of(2026, 11, 9), ZoneOffset.UTC);
  private static final Instant CREATED = Instant.parse("2026-06-01T00:00:00Z");
  private static final StatementNormalizer NORMALIZER = new StatementNormalizer(Dialect.MYSQL);

  private final List<WorkloadSpec> workloads = new ArrayList<>();
  private final List<Incident> incidents = new ArrayList<>();
  private final String hardware;

  public ChangeWorld(String instanceClass) {
    hardware = instanceClass;
  }

  /** An instant of the reviewed week. */
  public static Instant at(int day, int hour) {
    return WEEK.range().from().plus(Duration.ofHours(24L * day + hour));
  }

  /** A statement of the readers with this mean number of cores at its highest. */
  public ChangeWorld reading(String name, TrafficCurve curve, double cores, double cpuMillis) {
    String table = "t_" + name;
    return add(
        name,
        "SELECT a FROM " + table + " WHERE b = 1",
        CallRoute.READERS,
        curve,
        cores,
        cpuMillis);
  }

  /** A statement of the writer that changes a row of a table. */
  public ChangeWorld writing(
      String name, String table, TrafficCurve curve, double cores, double millis) {
    return add(
        name,
        "UPDATE " + table + " SET " + name + " = 1 WHERE id = 2",
        CallRoute.WRITER,
        curve,
        cores,
        millis);
  }

  private ChangeWorld add(
      String name, String text, CallRoute route, TrafficCurve curve, double cores, double millis) {
    CallProfile call = new CallProfile(millis, 0.3 * millis, 0, 0, 0, 10, 1, 0, 0, 0, 0, 0, 0);
    String digest = text.replaceAll("= \\d", "= ?");
    workloads.add(
        new WorkloadSpec(name, text, digest, route, curve, 1000 * cores / millis, call, "app"));
    return this;
  }

  public ChangeWorld with(Incident incident) {
    incidents.add(incident);
    return this;
  }

  private ClusterSpec cluster() {
    return new ClusterSpec(
            "world",
            "aurora-mysql",
            "8.0.mysql_aurora.3.08.2",
            false,
            ZoneOffset.UTC,
            93,
            "world-1",
            List.of(
                InstanceSpec.of("world-1", hardware, "us-east-1a", 1, CREATED),
                InstanceSpec.of("world-2", hardware, "us-east-1b", 1, CREATED)),
            List.of(),
            workloads,
            incidents,
            200)
        .with(ClusterPhysics.PLAIN.with(LoadVariation.lively(0.03)));
  }

  /** The ranking by load, with four weeks before. */
  public Ranking rank(long seed) {
    return new QueryRanker(
            dialect -> text -> NORMALIZER.normalize(text.text(), !text.complete()), 1)
        .rank(FleetLoad.of(fleet(seed), "world", WEEK, 5), Ranking.Order.LOAD);
  }

  private SimulatedFleet fleet(long seed) {
    Instant now = WEEK.plus(2).range().to();
    return SimulatedFleet.of(seed, "us-east-1", now, List.of(cluster()));
  }

  /** The true loads of the reviewed week by name, AAS. */
  Map<String, Double> loads(long seed) {
    MinuteSpan span = new MinuteSpan(WEEK.range().from(), WEEK.range().to());
    return fleet(seed).truth("world").loadAas(span);
  }

  private String digestId(String name) {
    return workloads.stream()
        .filter(workload -> workload.name().equals(name))
        .findFirst()
        .orElseThrow()
        .digestId();
  }

  Optional<Contributor> contributor(Ranking ranking, String name) {
    String digest = digestId(name);
    return ranking.contributors().stream()
        .filter(c -> c.sourceDigests().contains(digest))
        .findFirst();
  }

  public QueryChange change(Ranking ranking, String name) {
    return contributor(ranking, name).orElseThrow().change();
  }

  public String fingerprint(Ranking ranking, String name) {
    return contributor(ranking, name).orElseThrow().fingerprint();
  }
}
