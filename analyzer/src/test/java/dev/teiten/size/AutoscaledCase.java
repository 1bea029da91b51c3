package dev.teiten.size;

import dev.teiten.fixtures.fleet.ClusterSpec;
import dev.teiten.fixtures.fleet.Counterfactual;
import dev.teiten.fixtures.fleet.Incident;
import dev.teiten.fixtures.fleet.InstanceHardware;
import dev.teiten.fixtures.fleet.MinuteSpan;
import dev.teiten.fixtures.fleet.ReaderAutoscaling;
import dev.teiten.fixtures.fleet.WorkloadSpec;
import dev.teiten.size.SizingAdvice.Autoscaling;
import dev.teiten.size.SizingAdvice.Fix;
import dev.teiten.size.SizingAdvice.Option;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;

/**
 * A cluster whose readers a policy adds and removes. The truth of another range is the same policy
 * run again on the calls of the week that follows.
 */
record AutoscaledCase(
    String instanceClass,
    ReaderAutoscaling policy,
    List<WorkloadSpec> workloads,
    long seed,
    ClusterFixture made,
    int readers)
    implements ValidationCase {
  private static final int CREATION_MINUTES = 7;
  private static final MinuteSpan NEXT_WEEK =
      new MinuteSpan(SimulatedCluster.SPAN.to(), SimulatedCluster.SPAN.to().plusSeconds(604_800));

  static AutoscaledCase of(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int size = 8 << random.nextInt(2);
    String instanceClass = "db.r6g." + size / 4 + "xlarge";
    int most = 4 + random.nextInt(5);
    double target = 0.3 + 0.3 * random.nextDouble();
    double factor = (0.5 + random.nextDouble()) * target * size * most / 110;
    List<WorkloadSpec> workloads = FleetCase.workloads(false, factor, random);
    ReaderAutoscaling policy =
        new ReaderAutoscaling(1 + random.nextInt(2), most, target, CREATION_MINUTES);
    MinuteSpan span =
        new MinuteSpan(
            SimulatedCluster.SPAN.from().minusSeconds(86_400), SimulatedCluster.SPAN.to());
    ClusterSpec base = SimulatedCluster.cluster(instanceClass, policy.min(), workloads);
    SimulatedCluster cluster = new SimulatedCluster(policy.applyTo(base, seed, span), seed);
    ClusterFixture made = ClusterFixture.healthy(cluster.load(1));
    int usual = made.parts().data().members().readers().size();
    return new AutoscaledCase(instanceClass, policy, workloads, seed, made, usual);
  }

  /** A cluster with fixed readers, the heaviest query fixed long ago or not. */
  private ClusterSpec cluster(String target, int number, boolean fixed) {
    ClusterSpec spec = SimulatedCluster.cluster(target, number, workloads);
    Instant before = SimulatedCluster.SPAN.from().minusSeconds(40 * 86_400L);
    return fixed
        ? spec.with(new Incident.WorkChange(FleetCase.HEAVIEST, before, 1 - FleetCase.CUT))
        : spec;
  }

  @Override
  public String stratum() {
    return "autoscaled";
  }

  @Override
  public List<Fix> fix(SizingModel model) {
    return List.of(FleetCase.fix(model, digest(), 100 * FleetCase.CUT));
  }

  private String digest() {
    return SimulatedCluster.cluster(instanceClass, 1, workloads)
        .workload(FleetCase.HEAVIEST)
        .digestId();
  }

  @Override
  public SimulatedUse same(Question question) {
    String target = question.half() ? half() : instanceClass;
    ClusterSpec spec = cluster(target, readers - question.less(), question.fixed());
    return used(spec, SimulatedCluster.SPAN);
  }

  @Override
  public SimulatedUse next(Option option, boolean fixed) {
    Autoscaling range = option.autoscaling();
    ClusterSpec spec = cluster(option.writerClass(), option.readers(), fixed);
    if (range == null) {
      return used(spec, NEXT_WEEK);
    }
    double kept = Objects.requireNonNull(range.targetUtilisation());
    ReaderAutoscaling tried =
        new ReaderAutoscaling(range.min(), range.max(), kept, CREATION_MINUTES);
    return used(tried.applyTo(spec, seed, NEXT_WEEK), NEXT_WEEK);
  }

  /** The policy replaces what is lost, so only a fixed number stays less. */
  @Override
  public SimulatedUse nextAfterLoss(Option option, boolean fixed) {
    return next(option, fixed);
  }

  /** The busiest instance without the writer, which stays as it is or has little to do. */
  private SimulatedUse used(ClusterSpec spec, MinuteSpan span) {
    InstanceHardware hardware = InstanceHardware.of(spec.instances().get(0).firstClass());
    double busiest =
        new SimulatedCluster(spec, seed)
            .truth().outcome(span, Counterfactual.NOTHING).utilisations().entrySet().stream()
                .filter(used -> !used.getKey().equals("i0"))
                .mapToDouble(Map.Entry::getValue)
                .max()
                .orElse(0);
    double over = busiest - ValidationCase.limit(hardware.vcpus());
    return new SimulatedUse(busiest, FleetCase.stretch(hardware, busiest), over, 1);
  }
}
