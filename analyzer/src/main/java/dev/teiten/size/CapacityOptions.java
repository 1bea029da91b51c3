package dev.teiten.size;

import dev.teiten.cpu.InstanceClass;
import dev.teiten.cpu.InstanceClasses;
import dev.teiten.load.SettingException;
import dev.teiten.size.CapacityForecast.AfterLoss;
import dev.teiten.size.CapacityForecast.ClusterCpuUse;
import dev.teiten.size.SizingAdvice.Guard;
import dev.teiten.size.SizingAdvice.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts candidates and their outlooks into the words of the advice. */
final class CapacityOptions {
  /** An option that is hardly ever safe is no choice. */
  private static final double MIN_PROBABILITY = 0.05;

  private final SizingContext study;

  CapacityOptions(SizingContext study) {
    this.study = study;
  }

  Option of(CapacityCandidate candidate, ClusterDemand workload) {
    return of(candidate, workload, WhatIf.nothing());
  }

  Option of(CapacityCandidate candidate, ClusterDemand workload, WhatIf whatIf) {
    ClusterShape shape = candidate.shape();
    CapacityForecast outlook = study.outlook(shape, workload);
    ClusterCpuUse now = outlook.now();
    AfterLoss after = study.losses().after(shape, workload.point());
    InstanceClass reader = shape.reader();
    Double today = study.candidates().today().monthlyUsd();
    Double usd = candidate.monthlyUsd();
    return new Option(
        shape.writer().name(),
        reader == null ? null : reader.name(),
        shape.readers(),
        usd,
        usd == null || today == null ? null : Double.valueOf(today - usd),
        known(now.busiest()),
        known(outlook.low()),
        known(outlook.high()),
        after == null ? null : after.busiest(),
        known(now.stretch()),
        outlook.probabilitySafe(),
        risk(outlook, workload),
        study.model().bill().realisable(study.basis().today(), shape, whatIf.reserved()));
  }

  /** A stretch at saturation has no number. */
  static @Nullable Double known(double value) {
    return Double.isFinite(value) ? value : null;
  }

  /**
   * The highest of the risks: of the CPU by the probability to be safe (0.99 and more is no risk,
   * then 0.95, 0.80, 0.50), 4 for a guard that fails, 3 for one that is unknown.
   */
  private int risk(CapacityForecast outlook, ClusterDemand workload) {
    double safe = outlook.probabilitySafe();
    int cpu = safe >= 0.99 ? 0 : safe >= 0.95 ? 1 : safe >= 0.80 ? 2 : safe >= 0.50 ? 3 : 4;
    int guards =
        study.loadGuards().besidesCpu(outlook.shape(), workload).stream()
            .mapToInt(
                guard ->
                    guard.state() == Guard.State.FAIL
                        ? 4
                        : guard.state() == Guard.State.UNKNOWN ? 3 : 0)
            .max()
            .orElse(0);
    return Math.max(cpu, guards);
  }

  /**
   * The front: what is safer or less risky than everything cheaper, cheapest first, up to {@code
   * limit} dollars or vCPUs; {@code always} is part of it.
   */
  List<Option> front(
      double limit, ClusterDemand workload, List<CapacityCandidate> always, WhatIf whatIf) {
    List<Option> front = new ArrayList<>();
    double safest = MIN_PROBABILITY;
    TreeSet<Integer> risks = new TreeSet<>();
    for (CapacityCandidate candidate : study.candidates().all()) {
      if (candidate.cost() > limit) {
        break;
      }
      boolean wanted = always.contains(candidate);
      if (!wanted && !study.forecast().possible(candidate.shape(), workload)) {
        continue;
      }
      Option option = of(candidate, workload, whatIf);
      double probability = Optional.ofNullable(option.probabilitySafe()).orElse(0.0);
      int risk = Optional.ofNullable(option.risk()).orElse(4);
      boolean lessRisky = probability > MIN_PROBABILITY && risks.headSet(risk, true).isEmpty();
      if (wanted || probability > safest || lessRisky) {
        front.add(option);
        safest = Math.max(safest, probability);
        risks.add(risk);
      }
    }
    return front;
  }

  /**
   * The capacity that was asked for; empty if none was.
   *
   * @throws SettingException if the class is not in the catalogue
   */
  Optional<CapacityCandidate> asked(WhatIf whatIf) {
    if (!whatIf.asksForCapacity()) {
      return Optional.empty();
    }
    ClusterShape today = study.basis().today();
    Integer wanted = whatIf.readers();
    int readers = wanted == null ? today.readers() : wanted;
    String target = whatIf.target();
    InstanceClass writer = find(whatIf.writer(), target == null ? today.writer() : find(target));
    InstanceClass reader =
        find(whatIf.reader(), target == null ? today.readerOrWriter() : find(target));
    return Optional.of(
        study.candidates().of(new ClusterShape(writer, readers == 0 ? null : reader, readers)));
  }

  private static InstanceClass find(@Nullable String asked, InstanceClass otherwise) {
    return asked == null ? otherwise : find(asked);
  }

  private static InstanceClass find(String target) {
    return InstanceClasses.find(target)
        .orElseThrow(
            () ->
                new SettingException(
                    "The class " + target + " is not known",
                    "Give a provisioned class such as db.r6g.4xlarge; the families are "
                        + InstanceClasses.all().stream()
                            .map(InstanceClass::family)
                            .distinct()
                            .collect(Collectors.joining(", "))
                        + "."));
  }
}
