package dev.teiten.size;

import dev.teiten.cpu.InstanceClass;
import dev.teiten.cpu.InstanceClasses;
import dev.teiten.load.SettingException;
import dev.teiten.size.SizingAdvice.Fix;
import dev.teiten.size.demand.ModelAssumption;
import dev.teiten.size.demand.ProcessorType;
import dev.teiten.size.demand.ReaderRange;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A question: assumptions, and a capacity to evaluate.
 *
 * @param fixes by fingerprint, with the percent of the query's work that each removes
 * @param target a class to evaluate for all instances, or null
 * @param writer a class for the writer, which wins over {@code target}; or null
 * @param reader a class for the readers, which wins over {@code target}; or null
 * @param readers a number of readers to evaluate, 0 to 15, or null
 * @param mostReaders the most readers if their number is to be scaled from {@code readers} on, over
 *     it and at most 15, or null
 * @param moves queries that run at another hour of the day
 * @param reserved reserved instances by class; they are paid whether an instance runs or not
 * @param speeds measured speed of a vCPU by class family, over today's family, 0.25 to 4
 * @param assumptions that differ from their usual values
 */
public record WhatIf(
    List<Fix> fixes,
    @Nullable String target,
    @Nullable String writer,
    @Nullable String reader,
    @Nullable Integer readers,
    @Nullable Integer mostReaders,
    List<Move> moves,
    Map<String, Integer> reserved,
    Map<String, Double> speeds,
    Map<ModelAssumption, Double> assumptions) {
  private static final int MOST_RESERVED = 1000;
  private static final double MOST_SPEED = 4;
  private static final WhatIf NOTHING = new WhatIf(List.of(), null, null);

  /**
   * A query that starts at another time of the day; its work moves within each day.
   *
   * @param to new begin of its daily window, in the review's time zone
   */
  public record Move(String fingerprint, LocalTime to) {}

  /**
   * @throws SettingException if a number is out of range
   */
  public WhatIf {
    fixes = List.copyOf(fixes);
    moves = List.copyOf(moves);
    reserved = Map.copyOf(reserved);
    speeds = Map.copyOf(speeds);
    assumptions = Map.copyOf(assumptions);
    for (Fix fix : fixes) {
      if (!(fix.percent() >= 0 && fix.percent() <= 100)) {
        throw new SettingException(
            "A fix of " + fix.percent() + " percent is not possible",
            "Give the part of the query's work that the fix removes, 0 to 100.");
      }
    }
    if (readers != null && !new AskedReaders(readers, null).isPossible()) {
      throw new SettingException(
          "An Aurora cluster cannot have " + readers + " readers",
          "Give a number of readers from 0 to " + ReaderRange.MOST + ".");
    }
    if (mostReaders != null
        && (readers == null || !new AskedReaders(readers, mostReaders).isPossible())) {
      throw new SettingException(
          readers + " to " + mostReaders + " readers are not possible",
          "Give the least readers, 1 or more, and then the most, at most "
              + ReaderRange.MOST
              + ".");
    }
    reserved.forEach(WhatIf::checkReserved);
    speeds.forEach(WhatIf::checkSpeed);
    assumptions.forEach(ModelAssumption::checked);
  }

  /** A question with at most one class, for all instances. */
  public WhatIf(
      List<Fix> fixes,
      @Nullable String target,
      @Nullable Integer readers,
      List<Move> moves,
      Map<String, Integer> reserved,
      Map<String, Double> speeds,
      Map<ModelAssumption, Double> assumptions) {
    this(fixes, target, null, null, readers, null, moves, reserved, speeds, assumptions);
  }

  /** A question with fixes and a capacity only. */
  public WhatIf(List<Fix> fixes, @Nullable String target, @Nullable Integer readers) {
    this(fixes, target, readers, List.of(), Map.of(), Map.of(), Map.of());
  }

  private static void checkReserved(String instanceClass, int count) {
    // Reserved instances do not cover Serverless v2.
    if (InstanceClasses.find(instanceClass).filter(known -> known.acu() == null).isEmpty()) {
      throw new SettingException(
          "The class " + instanceClass + " is not known",
          "Give a provisioned class such as db.r5.8xlarge.");
    }
    if (count < 0 || count > MOST_RESERVED) {
      throw new SettingException(
          count + " reserved " + instanceClass + " are not possible",
          "Give the number of reserved instances, 0 to " + MOST_RESERVED + ".");
    }
  }

  private static void checkSpeed(String family, double speed) {
    if (ProcessorType.of(family).isEmpty() && !family.equals(InstanceClass.SERVERLESS)) {
      throw new SettingException(
          "The class family " + family + " is not known",
          "Give a family such as r7g, without db. and size, or serverless.");
    }
    if (!(speed >= 1 / MOST_SPEED && speed <= MOST_SPEED)) {
      throw new SettingException(
          family + " cannot be " + speed + " times as fast",
          "Give the work of one vCPU over that of one of today's, 0.25 to 4.");
    }
  }

  /** The question about the cluster as it is. */
  public static WhatIf nothing() {
    return NOTHING;
  }

  private WhatIf with(
      List<Fix> newFixes,
      List<Move> newMoves,
      Map<String, Integer> newReserved,
      Map<ModelAssumption, Double> newAssumptions) {
    return new WhatIf(
        newFixes,
        target,
        writer,
        reader,
        readers,
        mostReaders,
        newMoves,
        newReserved,
        speeds,
        newAssumptions);
  }

  /** This question with one more assumption. */
  public WhatIf assuming(ModelAssumption assumption, double value) {
    Map<ModelAssumption, Double> assumed = new HashMap<>(assumptions);
    assumed.put(assumption, value);
    return with(fixes, moves, reserved, assumed);
  }

  /** This question with other names for the queries of its fixes and moves. */
  public WhatIf renamed(UnaryOperator<String> names) {
    List<Fix> renamedFixes =
        fixes.stream().map(f -> new Fix(names.apply(f.fingerprint()), f.percent())).toList();
    List<Move> renamedMoves =
        moves.stream().map(m -> new Move(names.apply(m.fingerprint()), m.to())).toList();
    return with(renamedFixes, renamedMoves, reserved, assumptions);
  }

  /** This question with one more query at another hour. */
  public WhatIf moving(String fingerprint, LocalTime to) {
    List<Move> moved = new ArrayList<>(moves);
    moved.add(new Move(fingerprint, to));
    return with(fixes, moved, reserved, assumptions);
  }

  /** This question about a number of readers that is scaled. */
  public WhatIf scaling(int least, int most) {
    return new WhatIf(
        fixes, target, writer, reader, least, most, moves, reserved, speeds, assumptions);
  }

  /** This question with reserved instances of a class. */
  public WhatIf reserving(String instanceClass, int count) {
    Map<String, Integer> counts = new HashMap<>(reserved);
    counts.put(instanceClass, count);
    return with(fixes, moves, counts, assumptions);
  }

  /** Whether a capacity is to be evaluated. */
  public boolean asksForCapacity() {
    return readers != null || !classes().isEmpty();
  }

  /** The classes to evaluate. */
  Set<String> classes() {
    return Stream.of(target, writer, reader)
        .filter(Objects::nonNull)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Whether this is the question about the cluster as it is. */
  public boolean isNothing() {
    return equals(NOTHING);
  }
}
