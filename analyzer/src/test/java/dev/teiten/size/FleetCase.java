package dev.teiten.size;

import dev.teiten.fixtures.fleet.ClusterSpec;
import dev.teiten.fixtures.fleet.Incident;
import dev.teiten.fixtures.fleet.InstanceHardware;
import dev.teiten.fixtures.fleet.InstanceSpec;
import dev.teiten.fixtures.fleet.MinuteSpan;
import dev.teiten.fixtures.fleet.ProcessorSharing;
import dev.teiten.fixtures.fleet.WorkloadReader;
import dev.teiten.fixtures.fleet.WorkloadSpec;
import dev.teiten.load.InstanceCounter;
import dev.teiten.size.SizingAdvice.Fix;
import dev.teiten.size.SizingAdvice.Option;
import dev.teiten.size.predict.ClusterShape;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/** A cluster over whole weeks, by the fleet's law of averages. */
public record FleetCase(
    String stratum,
    String instanceClass,
    int readers,
    SimulatedCluster fleet,
    ClusterFixture made,
    Map<List<Object>, ValidationCase.SimulatedUse> weeksAfter)
    implements ValidationCase {
  private static final dev.teiten.fixtures.fleet.Counterfactual AS_IT_WAS =
      dev.teiten.fixtures.fleet.Counterfactual.NOTHING;
  static final String HEAVIEST = "likes_received_feed";
  static final double CUT = 0.6;

  /** The workloads that make most of the demo's work, and some small ones, which is enough. */
  static final Set<String> WORKLOADS =
      Set.of(
          HEAVIEST,
          "search_candidates",
          "message_threads_unread",
          "profile_by_id",
          "profile_cards_in",
          "photos_in",
          "matches_list",
          "messages_page",
          "notifications_list",
          "wallet_update");

  private static final MinuteSpan NEXT_WEEK =
      new MinuteSpan(SimulatedCluster.SPAN.to(), SimulatedCluster.SPAN.to().plusSeconds(604_800));

  /**
   * @param stratum {@code failover}, {@code weeks}, {@code weeks x86}, {@code missing}, {@code
   *     truncated}, {@code deploy}, {@code misses}, {@code postgresql}, or {@code coarse}, whose
   *     source does not count by the second
   */
  public static FleetCase of(String stratum, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    boolean x86 = stratum.endsWith("x86");
    boolean postgresql = stratum.equals("postgresql");
    int size = 8 << random.nextInt(3);
    String instanceClass = (x86 ? "db.r5." : "db.r6g.") + size / 4 + "xlarge";
    int readers = 3 + random.nextInt(3);
    double level = 0.1 + 0.35 * random.nextDouble();
    double factor = level * (x86 ? 0.65 : 1) * size * readers / 110;
    List<WorkloadSpec> workloads = workloads(postgresql, factor, random);
    ClusterSpec plain =
        postgresql
            ? SimulatedCluster.postgresql(instanceClass, readers, workloads)
            : SimulatedCluster.cluster(instanceClass, readers, workloads);
    ClusterSpec spec = changed(stratum, plain, random);
    SimulatedCluster fleet = new SimulatedCluster(spec, seed);
    ClusterFixture made = ClusterFixture.healthy(fleet.load(random.nextInt(5) == 0 ? 4 : 1));
    return new FleetCase(
        stratum, instanceClass, readers, fleet, measured(stratum, made), new HashMap<>());
  }

  /** The workloads, each with its own share of a level. */
  static List<WorkloadSpec> workloads(boolean postgresql, double factor, SplittableRandom random) {
    return WorkloadReader.read("pairs-main", postgresql).stream()
        .filter(workload -> WORKLOADS.contains(workload.name()))
        .map(workload -> SimulatedCluster.scaled(workload, factor * spread(random)))
        .toList();
  }

  private static double spread(SplittableRandom random) {
    return Math.exp(0.3 * random.nextGaussian());
  }

  private static ClusterSpec changed(String stratum, ClusterSpec spec, SplittableRandom random) {
    Instant monday = SimulatedCluster.SPAN.from();
    if (stratum.equals("deploy")) {
      double work = random.nextBoolean() ? 1.4 : 0.7;
      return spec.with(
          new Incident.WorkChange("search_candidates", monday.plusSeconds(3 * 86_400L), work));
    }
    if (stratum.equals("failover")) {
      int minutes = 5 * 1_440 + random.nextInt(2_000);
      return spec.with(new ClusterSpec.Failover(monday.plusSeconds(60L * minutes), "i1"));
    }
    if (!stratum.equals("missing")) {
      return spec;
    }
    List<InstanceSpec> holes = new ArrayList<>();
    for (InstanceSpec instance : spec.instances()) {
      List<MinuteSpan> spans = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        Instant from = monday.plusSeconds(60L * random.nextInt(9_900));
        spans.add(new MinuteSpan(from, from.plusSeconds(60L * (5 + random.nextInt(30)))));
      }
      holes.add(instance.missing(spans.toArray(MinuteSpan[]::new)));
    }
    return spec.withInstances(holes);
  }

  private static ClusterFixture measured(String stratum, ClusterFixture made) {
    return switch (stratum) {
      case "misses" ->
          made.level(InstanceCounter.BUFFER_POOL_HIT_RATIO, 0.985)
              .level(InstanceCounter.BUFFER_POOL_READS_PER_SECOND, 900);
      case "coarse" -> made.each(load -> load.withSeconds(List.of()));
      case "truncated" -> made.each(load -> InstanceEdits.top(load, 10));
      default -> made;
    };
  }

  @Override
  public List<Fix> fix(SizingModel model) {
    return List.of(fix(model, 100 * CUT));
  }

  public Fix fix(SizingModel model, double percent) {
    return fix(model, fleet.digest(HEAVIEST), percent);
  }

  static Fix fix(SizingModel model, String digest, double percent) {
    return model.data().ranking().contributors().stream()
        .filter(contributor -> contributor.sourceDigests().contains(digest))
        .map(contributor -> new Fix(contributor.fingerprint(), percent))
        .findFirst()
        .orElseThrow();
  }

  /** The reviewed week as the source would show it, with the heaviest query fixed before. */
  public ClusterFixture fixed(double percent) {
    ClusterSpec spec = fleet.spec();
    Instant before = SimulatedCluster.SPAN.from().minusSeconds(40 * 86_400L);
    return ClusterFixture.healthy(
        new SimulatedCluster(
                spec.with(new Incident.WorkChange(HEAVIEST, before, 1 - percent / 100)),
                fleet.seed())
            .load(1));
  }

  @Override
  public ValidationCase.SimulatedUse same(Question question) {
    dev.teiten.fixtures.fleet.Counterfactual whatIf =
        question.fixed() ? AS_IT_WAS.cheaper(HEAVIEST, CUT) : AS_IT_WAS;
    whatIf = question.half() ? whatIf.on(InstanceHardware.of(half())) : whatIf;
    return truth(SimulatedCluster.SPAN, without(whatIf, readers - question.less()), List.of());
  }

  private dev.teiten.fixtures.fleet.Counterfactual without(
      dev.teiten.fixtures.fleet.Counterfactual whatIf, int left) {
    dev.teiten.fixtures.fleet.Counterfactual less = whatIf;
    for (int i = left + 1; i <= readers; i++) {
      less = less.withoutInstance("i" + i);
    }
    return less;
  }

  @Override
  public ValidationCase.SimulatedUse next(Option option, boolean fixed) {
    return next(option, fixed, option.readers());
  }

  @Override
  public ValidationCase.SimulatedUse nextAfterLoss(Option option, boolean fixed) {
    return next(
        option,
        fixed,
        Math.max(0, option.readers() - ClusterShape.lostReaders(option.readers(), 3)));
  }

  /** Simulates each capacity once; the capacity left after a loss is another one. */
  private ValidationCase.SimulatedUse next(Option option, boolean fixed, int left) {
    return weeksAfter.computeIfAbsent(
        List.of(option.writerClass(), fixed, left), key -> simulated(option, fixed, left));
  }

  /** Writer and readers are of one class here, so one run shows both. */
  private ValidationCase.SimulatedUse simulated(Option option, boolean fixed, int left) {
    dev.teiten.fixtures.fleet.Counterfactual whatIf =
        fixed ? AS_IT_WAS.cheaper(HEAVIEST, CUT) : AS_IT_WAS;
    InstanceHardware hardware = InstanceHardware.of(option.writerClass());
    // An unchanged writer does not count against the readers that go.
    String writer = stratum.equals("failover") ? "i1" : "i0";
    List<String> ignored = option.writerClass().equals(instanceClass) ? List.of(writer) : List.of();
    return truth(NEXT_WEEK, without(whatIf.on(hardware), left), ignored);
  }

  private ValidationCase.SimulatedUse truth(
      MinuteSpan span, dev.teiten.fixtures.fleet.Counterfactual whatIf, List<String> ignored) {
    dev.teiten.fixtures.fleet.GroundTruth.ClusterOutcome outcome =
        fleet.truth().outcome(span, whatIf);
    InstanceHardware hardware = whatIf.hardware();
    String name = hardware == null ? instanceClass : hardware.name();
    int vcpus = InstanceHardware.of(name).vcpus();
    double over = -1;
    double busiest = 0;
    for (Map.Entry<String, Double> used : outcome.utilisations().entrySet()) {
      if (!ignored.contains(used.getKey())) {
        over = Math.max(over, used.getValue() - ValidationCase.limit(vcpus));
        busiest = Math.max(busiest, used.getValue());
      }
    }
    return new ValidationCase.SimulatedUse(
        outcome.p99Utilisation(), stretch(InstanceHardware.of(name), busiest), over, 1);
  }

  /** The stretch by the fleet's own law at this utilization. */
  static double stretch(InstanceHardware hardware, double utilisation) {
    ProcessorSharing law = ProcessorSharing.of(hardware);
    double busy = utilisation * hardware.vcpus();
    double low = 0;
    double high = hardware.vcpus();
    for (int i = 0; i < 40; i++) {
      double middle = (low + high) / 2;
      if (law.busyVcpus(middle) < busy) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return busy > 0 ? law.sessions(high) / law.busyVcpus(high) : 1;
  }
}
