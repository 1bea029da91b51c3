package dev.teiten.size;

import dev.teiten.fixtures.fleet.CallRoute;
import dev.teiten.fixtures.fleet.ClusterSpec;
import dev.teiten.fixtures.fleet.Counterfactual;
import dev.teiten.fixtures.fleet.GroundTruth.OpenQueue;
import dev.teiten.fixtures.fleet.Incident;
import dev.teiten.fixtures.fleet.InstanceHardware;
import dev.teiten.fixtures.fleet.MinuteSpan;
import dev.teiten.fixtures.fleet.TrafficCurve;
import dev.teiten.fixtures.fleet.WorkloadReader;
import dev.teiten.fixtures.fleet.WorkloadSpec;
import dev.teiten.size.SizingAdvice.Option;
import dev.teiten.size.predict.ClusterShape;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * A simulated cluster whose next weeks are not like the last ones, with the truth of the weeks that
 * follow: the same workload on another capacity, as open queues.
 */
public record NextWeeksCase(SimulatedCluster fleet, String instanceClass, int readers) {
  /** The time and place of a short job, a billing run or a release. */
  static final String JOB = "job";

  private static final Set<String> WORKLOADS =
      Set.of(
          "likes_received_feed",
          "search_candidates",
          "message_threads_unread",
          "profile_by_id",
          "profile_cards_in",
          "photos_in",
          "matches_list",
          "messages_page",
          "notifications_list",
          "wallet_update");

  /** The kinds of weeks to come. */
  public enum Kind {
    STEADY,
    /** A job of twelve minutes every day that nearly fills the readers. */
    SHORT_PEAK,
    /** The reads double on Friday at 18:00. */
    LATE_RELEASE,
    /** Another query appears on Friday at 18:00, with as much work as all others. */
    LATE_QUERY,
    GROWTH_5,
    GROWTH_10,
    /** A run of six hours on the 16th of each month, twice of them in the archive. */
    MONTHLY
  }

  /**
   * @param level share of the readers' vCPUs that the work takes at its peak, without the kind's
   *     own work
   */
  public static NextWeeksCase of(
      Kind kind, String instanceClass, int readers, double level, long seed) {
    double host = readers * InstanceHardware.of(instanceClass).capacityCores();
    ClusterSpec spec = with(kind, spec(instanceClass, readers, level, seed), host, level);
    return new NextWeeksCase(new SimulatedCluster(spec, seed), instanceClass, readers);
  }

  /** A cluster whose calls grow since three weeks, by a share a week. */
  static NextWeeksCase growing(
      double aWeek, String instanceClass, int readers, double level, long seed) {
    ClusterSpec spec = spec(instanceClass, readers, level, seed).with(growth(aWeek));
    return new NextWeeksCase(new SimulatedCluster(spec, seed), instanceClass, readers);
  }

  private static ClusterSpec spec(String instanceClass, int readers, double level, long seed) {
    int vcpus = InstanceHardware.of(instanceClass).vcpus();
    SplittableRandom random = new SplittableRandom(seed);
    double factor = level * vcpus * readers / 110;
    List<WorkloadSpec> workloads =
        WorkloadReader.read("pairs-main", false).stream()
            .filter(workload -> WORKLOADS.contains(workload.name()))
            .map(w -> SimulatedCluster.scaled(w, factor * Math.exp(0.2 * random.nextGaussian())))
            .toList();
    return SimulatedCluster.cluster(instanceClass, readers, workloads);
  }

  private static ClusterSpec with(Kind kind, ClusterSpec spec, double host, double level) {
    Instant monday = SimulatedCluster.SPAN.from();
    Instant friday = monday.plusSeconds(4 * 86_400L + 18 * 3_600L);
    return switch (kind) {
      case STEADY -> spec;
      case SHORT_PEAK ->
          spec.with(job(TrafficCurve.FLAT, 0.5 * host))
              .with(new Incident.DailyWindow(JOB, 9 * 60, 12));
      case LATE_RELEASE ->
          spec.with(
              new Incident.TrafficChange(
                  Incident.EVERY_WORKLOAD,
                  new MinuteSpan(friday, friday.plusSeconds(60 * 86_400L)),
                  2));
      case LATE_QUERY ->
          spec.with(job(TrafficCurve.EVENING, level * host))
              .with(new Incident.Appears(JOB, friday));
      case GROWTH_5 -> spec.with(growth(0.05));
      case GROWTH_10 -> spec.with(growth(0.10));
      case MONTHLY ->
          spec.with(job(TrafficCurve.FLAT, 0.6 * host))
              .with(new Incident.MonthlyRun(JOB, 16, 8, 6));
    };
  }

  private static Incident.Growth growth(double aWeek) {
    Instant from = SimulatedCluster.SPAN.from().minusSeconds(21 * 86_400L);
    return new Incident.Growth(Incident.EVERY_WORKLOAD, from, aWeek);
  }

  /** One more query on the readers, with its own text. */
  private static WorkloadSpec job(TrafficCurve curve, double cores) {
    WorkloadSpec like =
        WorkloadReader.read("pairs-main", false).stream()
            .filter(workload -> workload.name().equals("matches_list"))
            .findFirst()
            .orElseThrow();
    String statement =
        "SELECT customer, SUM(amount) FROM invoices WHERE month = 11 GROUP BY customer";
    return new WorkloadSpec(
        JOB,
        statement,
        statement.replace("11", "?"),
        CallRoute.READERS,
        curve,
        1000 * cores / like.perCall().cpuMillis(),
        like.perCall(),
        like.user());
  }

  /** The reviewed week as the source shows it, with the weeks before. */
  public ClusterFixture made(int weeks) {
    return ClusterFixture.healthy(fleet.load(weeks));
  }

  /** A following week (1 is the next one) on another capacity, as open queues. */
  OpenQueue queue(Option option, int week) {
    return fleet.truth().openQueue(span(week), on(option), ignored(option));
  }

  /** The highest p99 utilization in a following week, of the instances that change. */
  double p99(Option option, int week) {
    return fleet.truth().outcome(span(week), on(option)).utilisations().entrySet().stream()
        .filter(used -> !ignored(option).contains(used.getKey()))
        .mapToDouble(used -> used.getValue())
        .max()
        .orElse(0);
  }

  /** The highest p99 utilization in a following week, of all instances. */
  double busiest(Option option, int week) {
    return fleet.truth().outcome(span(week), on(option)).p99Utilisation();
  }

  /** Whether a following week keeps the limits on this capacity, those of overload included. */
  boolean safe(Option option, int week) {
    OpenQueue queue = queue(option, week);
    return queue.minutesOver() <= 5
        && queue.backlogMinutes() <= 10
        && p99(option, week)
            <= ValidationCase.limit(InstanceHardware.of(option.writerClass()).vcpus());
  }

  /** The highest p99 utilization of a following week after the worst single loss. */
  double p99AfterLoss(Option option, int week) {
    return fleet.truth().outcome(span(week), afterLoss(option)).p99Utilisation();
  }

  private Counterfactual afterLoss(Option option) {
    int left = option.readers() - ClusterShape.lostReaders(option.readers(), 3);
    Counterfactual whatIf = on(option);
    for (int i = Math.max(0, left) + 1; i <= option.readers(); i++) {
      whatIf = whatIf.withoutInstance("i" + i);
    }
    return whatIf;
  }

  /** Whether the readers left after the worst single loss bear a following week. */
  boolean survives(Option option, int week) {
    Counterfactual whatIf = afterLoss(option);
    OpenQueue queue = fleet.truth().openQueue(span(week), whatIf, ignored(option));
    return queue.minutesOver() <= 30
        && queue.backlogMinutes() <= 50
        && p99AfterLoss(option, week) <= 0.90;
  }

  /** An unchanged writer does not count against the readers that go. */
  private Set<String> ignored(Option option) {
    return option.writerClass().equals(instanceClass) ? Set.of("i0") : Set.of();
  }

  private static MinuteSpan span(int week) {
    Instant from = SimulatedCluster.WEEK.plus(week).range().from();
    return new MinuteSpan(from, from.plusSeconds(7 * 86_400L));
  }

  private Counterfactual on(Option option) {
    String reader = Objects.requireNonNullElse(option.readerClass(), option.writerClass());
    Counterfactual whatIf = Counterfactual.NOTHING.on(InstanceHardware.of(reader));
    for (int i = option.readers() + 1; i <= readers; i++) {
      whatIf = whatIf.withoutInstance("i" + i);
    }
    return whatIf;
  }
}
