package dev.teiten.validation;

import dev.teiten.change.QueryChange;
import dev.teiten.change.QueryChange.Kind;
import dev.teiten.fixtures.fleet.ClusterSpec;
import dev.teiten.fixtures.fleet.Incident;
import dev.teiten.fixtures.fleet.MinuteSpan;
import dev.teiten.fixtures.fleet.TrafficCurve;
import dev.teiten.fixtures.fleet.WorkloadSpec;
import dev.teiten.rank.Contributor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Random clusters with a moved job, a day of locks, a job that moves and fills the writer, or more
 * equal statements than the source lists.
 *
 * @param tally the planted changes and the false alarms
 * @param causes for each true victim of a filled writer, whether the moved job is its only suspect
 * @param ranges for each query of a crowd, whether its load or range holds its true load
 */
record TimeScore(ChangeTally tally, List<Boolean> causes, List<Boolean> ranges) {
  private static final Instant MONDAY = ValidationScenario.WEEK.range().from();

  /** A job of at least a tenth of a core moves by 6 to 17 hours. */
  static TimeScore moved(ValidationScenario scenario) {
    SplittableRandom random = new SplittableRandom(scenario.seed() + 29);
    IncidentPlanter planted = new IncidentPlanter(scenario, ValidationScenario.WEEK);
    List<String> jobs =
        planted.choose(40, 0.1).stream()
            .filter(name -> isJob(scenario.cluster().workload(name)))
            .limit(1)
            .toList();
    ClusterSpec cluster = scenario.cluster();
    for (String name : jobs) {
      Duration later = Duration.ofHours(6 + random.nextInt(12));
      cluster = cluster.with(new Incident.Moves(name, MONDAY, later));
    }
    return found(scenario, cluster, jobs, Kind.MOVED_IN_TIME);
  }

  private static boolean isJob(WorkloadSpec workload) {
    return workload.curve().stepped() && !workload.curve().equals(TrafficCurve.FLAT);
  }

  /** Two hours of locks by day, on a day before Sunday. */
  static TimeScore locked(ValidationScenario scenario) {
    SplittableRandom random = new SplittableRandom(scenario.seed() + 31);
    IncidentPlanter planted = new IncidentPlanter(scenario, ValidationScenario.WEEK);
    List<String> waiting =
        planted.choose(40, 0.1).stream()
            .filter(name -> !isJob(scenario.cluster().workload(name)))
            .limit(1)
            .toList();
    Instant from = MONDAY.plus(Duration.ofHours(24L * random.nextInt(6) + 9 + random.nextInt(12)));
    ClusterSpec cluster = scenario.cluster();
    for (String name : waiting) {
      double millis = 30 * cluster.workload(name).perCall().cpuMillis();
      MinuteSpan span = new MinuteSpan(from, from.plus(Duration.ofHours(2)));
      cluster = cluster.with(new Incident.LockVictim(name, span, millis));
    }
    return found(scenario, cluster, waiting, Kind.INCIDENT);
  }

  private static TimeScore found(
      ValidationScenario scenario, ClusterSpec cluster, List<String> planted, Kind wanted) {
    JudgedChanges judged = judge(scenario, cluster);
    List<String> missed =
        planted.stream()
            .filter(name -> !judged.is(name, wanted))
            .map(name -> scenario.seed() + " " + name + " " + judged.changes().get(name))
            .toList();
    List<String> alarms = judged.falseAlarms(Set.copyOf(planted));
    return new TimeScore(
        new ChangeTally(judged.compared(), judged.alarms(), alarms, planted.size(), missed),
        List.of(),
        List.of());
  }

  private static JudgedChanges judge(ValidationScenario scenario, ClusterSpec cluster) {
    return JudgedChanges.of(scenario, cluster, ValidationScenario.WEEK, JudgedChanges.WEEKS);
  }

  /** A nightly job that takes most of the writer moves to the evening. */
  static TimeScore filled(ValidationScenario scenario) {
    ClusterSpec plain = scenario.cluster();
    WorkloadSpec model = plain.workloads().get(0);
    double cores = plain.instances().get(0).hardwareAt(MONDAY.getEpochSecond() / 60).vcpus();
    double millis = plain.physics().handlerCpu() * model.perCall().ioMillis();
    double calls = 1000 * 0.8 * cores / (model.perCall().cpuMillis() + millis);
    String example = "SELECT sum(x) FROM cron WHERE y = 1";
    WorkloadSpec job =
        new WorkloadSpec(
            "cron",
            example,
            "SELECT SUM ( `x` ) FROM `cron` WHERE `y` = ?",
            model.route(),
            TrafficCurve.job(2, 4),
            calls,
            model.perCall(),
            "app");
    ClusterSpec cluster =
        plain.with(job).with(new Incident.Moves("cron", MONDAY, Duration.ofHours(17)));
    TimeScore found = found(scenario, cluster, List.of("cron"), Kind.MOVED_IN_TIME);
    JudgedChanges judged = judge(scenario, cluster);
    List<Boolean> causes = new ArrayList<>();
    for (Map.Entry<String, QueryChange> change : judged.changes().entrySet()) {
      if (change.getValue().kind() == Kind.VICTIM && "CPU".equals(change.getValue().cause())) {
        String cron = judged.scenario().fingerprint("cron");
        causes.add(change.getValue().suspects().equals(List.of(cron)));
      }
    }
    return new TimeScore(found.tally(), causes, List.of());
  }

  /** 30 to 60 equal statements of a fifth of a core on one instance. */
  static TimeScore crowd(ValidationScenario scenario) {
    ClusterSpec plain = scenario.cluster();
    int count = 30 + (int) (scenario.seed() % 31);
    List<WorkloadSpec> equal = new ArrayList<>();
    WorkloadSpec model = plain.workloads().get(0);
    for (int i = 0; i < count; i++) {
      String text = "SELECT a FROM crowd" + i + " WHERE b = ";
      equal.add(
          new WorkloadSpec(
              "crowd" + i,
              text + "1",
              text + "?",
              model.route(),
              TrafficCurve.FLAT,
              1000 * 0.15 / model.perCall().cpuMillis(),
              model.perCall(),
              "app"));
    }
    JudgedChanges judged = judge(scenario, plain.withWorkloads(equal));
    Map<String, Double> truth =
        judged.scenario().truth().loadAas(ValidationScenario.span(ValidationScenario.WEEK));
    List<String> names = judged.scenario().names(judged.ranking());
    List<String> alarms = new ArrayList<>(judged.falseAlarms(Set.of()));
    Set<String> ranked = new HashSet<>();
    List<Boolean> ranges = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      Contributor contributor = judged.ranking().contributors().get(i);
      ranked.add(contributor.fingerprint());
      ranges.add(holds(contributor, truth.getOrDefault(names.get(i), Double.NaN)));
    }
    judged.ranking().gone().stream()
        .filter(gone -> ranked.contains(gone.fingerprint()))
        .forEach(gone -> alarms.add(scenario.seed() + " gone " + gone));
    judged.ranking().warnings().stream()
        .filter(warning -> warning.text().contains("holiday"))
        .forEach(warning -> alarms.add(scenario.seed() + " " + warning));
    return new TimeScore(
        new ChangeTally(judged.compared(), judged.alarms(), alarms, 0, List.of()),
        List.of(),
        ranges);
  }

  /** A small cluster, of which one statement begins on Friday. */
  static TimeScore few(ValidationScenario scenario, int statements) {
    ClusterSpec plain = scenario.cluster();
    List<WorkloadSpec> largest =
        plain.workloads().stream()
            .sorted(Comparator.comparingDouble(TimeScore::cores).reversed())
            .limit(statements)
            .toList();
    String late = largest.get(largest.size() - 1).name();
    Incident appears = new Incident.Appears(late, MONDAY.plus(Duration.ofDays(4)));
    JudgedChanges judged = judge(scenario, plain.withWorkloads(largest).with(appears));
    return new TimeScore(
        new ChangeTally(
            judged.compared(), judged.alarms(), judged.falseAlarms(Set.of(late)), 0, List.of()),
        List.of(),
        List.of());
  }

  private static double cores(WorkloadSpec workload) {
    return workload.callsPerSecond() * workload.perCall().cpuMillis();
  }

  static ChangeTally tally(List<TimeScore> scores) {
    return ChangeTally.sum(scores.stream().map(TimeScore::tally).toList());
  }

  /** Loads that are exact are counted by samples, and err by 2 %. */
  private static boolean holds(Contributor contributor, double truth) {
    Double high = contributor.loadAasHigh();
    double most = high == null ? contributor.loadAas() : high;
    return contributor.loadAas() <= 1.02 * truth && most >= 0.98 * truth;
  }
}
