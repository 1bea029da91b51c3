package dev.teiten.size;

import dev.teiten.size.SizingAdvice.Fix;
import dev.teiten.size.SizingAdvice.Option;
import dev.teiten.size.demand.ModelAssumption;
import dev.teiten.size.demand.SizingAssumptions;
import java.util.List;
import java.util.Locale;

/** A simulated cluster for sizing, with the truth of each answer. */
public interface ValidationCase {
  /** The changes that predictions are compared on, for readers of one class. */
  enum Question {
    HALF,
    FIX,
    FIX_AND_HALF,
    LESS_1,
    LESS_2;

    public boolean fixed() {
      return this == FIX || this == FIX_AND_HALF;
    }

    public boolean half() {
      return this == HALF || this == FIX_AND_HALF;
    }

    public int less() {
      return this == LESS_1 ? 1 : this == LESS_2 ? 2 : 0;
    }

    String text() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /**
   * The busiest instance of a capacity in one week.
   *
   * @param p99 utilization, 0..1
   * @param stretch of CPU time by queueing at the peak: simulated, or by the law of the simulation
   * @param over how far the worst instance is over the limit of its class, 0..1; negative below
   * @param answered calls that ended over calls that arrived, about 1: where locks saturate, calls
   *     wait for ever while the CPU looks idle
   */
  record SimulatedUse(double p99, double stretch, double over, double answered) {
    private static final double NEARLY_ALL = 0.97;

    public boolean safe() {
      return over <= 0 && !(stretch > 1.25) && answered >= NEARLY_ALL;
    }

    public boolean survives() {
      return p99 <= 0.90 && answered >= NEARLY_ALL;
    }
  }

  String stratum();

  ClusterFixture made();

  String instanceClass();

  int readers();

  /** The heaviest query, 60 % cheaper. */
  List<Fix> fix(SizingModel model);

  /** Simulates the reviewed week again with the change of the question. */
  SimulatedUse same(Question question);

  /** The week that follows on another capacity, with the fix or without. */
  SimulatedUse next(Option option, boolean fixed);

  /** The week that follows on another capacity, after the worst single loss of readers. */
  SimulatedUse nextAfterLoss(Option option, boolean fixed);

  default String half() {
    String[] sizes = {"large", "xlarge", "2xlarge", "4xlarge", "8xlarge", "16xlarge"};
    for (int i = 1; i < sizes.length; i++) {
      if (instanceClass().endsWith("." + sizes[i])) {
        return instanceClass().replace("." + sizes[i], "." + sizes[i - 1]);
      }
    }
    throw new IllegalStateException(instanceClass());
  }

  default WhatIf asks(Question question, SizingModel model) {
    return new WhatIf(
        question.fixed() ? fix(model) : List.of(),
        question.half() ? half() : instanceClass(),
        readers() - question.less());
  }

  /** The limit without the band that predictions keep. */
  static double limit(int vcpus) {
    SizingAssumptions defaults = SizingAssumptions.defaults();
    return defaults.utilisationLimit(vcpus) + defaults.get(ModelAssumption.GUARD_BAND);
  }
}
