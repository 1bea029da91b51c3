package dev.teiten.size;

import dev.teiten.cpu.InstanceClass;
import dev.teiten.load.Sentence;
import dev.teiten.size.SizingAdvice.Grade;
import dev.teiten.size.demand.ProcessorType;
import dev.teiten.size.guard.Guard;
import dev.teiten.size.guard.GuardName;
import dev.teiten.size.guard.LoadGuards;
import dev.teiten.size.predict.ClusterShape;
import dev.teiten.size.predict.ScenarioResults;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Grades capacities. A capacity is UNSAFE if a guard fails. It is on TRIAL while something is not
 * known, and otherwise SAFE.
 */
final class CapacityGrades {
  private final ClusterShape today;
  private final Set<String> measuredFamilies;
  private final LoadGuards guards;
  private final RisingWork rises;

  /**
   * @param measuredFamilies class families whose speed the reader has measured
   */
  CapacityGrades(
      ClusterShape today, Set<String> measuredFamilies, LoadGuards guards, RisingWork rises) {
    this.today = today;
    this.measuredFamilies = Set.copyOf(measuredFamilies);
    this.guards = guards;
    this.rises = rises;
  }

  /**
   * The grade of a capacity.
   *
   * @param doubts all that is not known and would have to be, for the capacity to be safe
   * @param guards every guard
   */
  record GradedCapacity(Grade grade, List<Sentence> doubts, List<Guard> guards) {
    /** Whether every guard passes. */
    boolean passes() {
      return guards.stream().allMatch(Guard::passes);
    }

    /** Whether no guard fails, and those of the CPU pass. */
    boolean passesWhereKnown() {
      return cpuPasses() && guards.stream().noneMatch(g -> g.state() == Guard.State.FAIL);
    }

    boolean cpuPasses() {
      return guards.stream().anyMatch(g -> g.name() == GuardName.CPU && g.passes());
    }
  }

  GradedCapacity of(CapacityCandidate candidate, ScenarioResults results) {
    return of(candidate, results, guards.of(candidate.shape(), results));
  }

  /**
   * @param judged every guard of the capacity
   */
  GradedCapacity of(CapacityCandidate candidate, ScenarioResults results, List<Guard> judged) {
    List<Sentence> doubts = new ArrayList<>();
    if (candidate.reduces(today) && !candidate.shape().equals(today)) {
      doubts.addAll(rises.doubts(results.demand()));
    }
    if (!isSpeedMeasured(candidate)) {
      doubts.add(speedDoubt(candidate.shape()));
    }
    if (ServerlessShapes.startsLower(candidate.shape(), today)) {
      doubts.add(SizingText.SCALING_ASSUMED.of());
    }
    for (Guard guard : judged) {
      if (guard.state() == Guard.State.UNKNOWN) {
        doubts.add(SizingText.GUARD_UNKNOWN.of(guard.name().of(), guard.detail()));
      }
    }
    boolean fails = judged.stream().anyMatch(guard -> guard.state() == Guard.State.FAIL);
    Grade grade = fails ? Grade.UNSAFE : doubts.isEmpty() ? Grade.SAFE : Grade.TRIAL;
    return new GradedCapacity(grade, List.copyOf(doubts), List.copyOf(judged));
  }

  private Sentence speedDoubt(ClusterShape shape) {
    String to = shape.readerOrWriter().family();
    String from = today.readerOrWriter().family();
    return from.equals(InstanceClass.SERVERLESS) || to.equals(InstanceClass.SERVERLESS)
        ? SizingText.UNITS_ASSUMED.of(from.equals(InstanceClass.SERVERLESS) ? to : from)
        : SizingText.SPEED_ASSUMED.of(to);
  }

  /** Whether every guard passes. */
  boolean passes(CapacityCandidate candidate, ScenarioResults results) {
    return guards.pass(candidate.shape(), results);
  }

  /** Whether no speed has to be assumed: today's processor, or families that were measured. */
  boolean isSpeedMeasured(CapacityCandidate candidate) {
    String writer = candidate.shape().writer().family();
    String reader = candidate.shape().readerOrWriter().family();
    return ProcessorType.same(writer, today.writer().family())
        || (measuredFamilies.contains(writer) && measuredFamilies.contains(reader));
  }
}
