package dev.teiten.size;

import dev.teiten.cpu.InstanceClass;
import dev.teiten.cpu.InstanceClasses;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The capacities that a cluster could have, cheapest first: smaller than today's in every respect
 * or larger in every respect, one family, never an older generation, at least one reader where
 * there are readers today. Few large instances in place of many small ones, or the reverse, is
 * another architecture and not a size.
 */
final class CapacityCandidates {
  private final PredictionBasis basis;
  private final MonthlyCost bill;
  private final @Nullable Set<String> orderable;
  private final boolean smallerReaders;
  private final @Nullable Double todayUsd;
  private final List<CapacityCandidate> all;

  /**
   * @param orderable the classes that can be had; null if that is not known
   */
  CapacityCandidates(
      PredictionBasis basis,
      ClusterMembers members,
      MonthlyCost bill,
      @Nullable Set<String> orderable) {
    this.basis = basis;
    this.orderable = orderable;
    this.bill = bill;
    this.smallerReaders = members.smallerReadersAllowed();
    this.todayUsd = bill.monthlyUsd(members.lasting());
    this.all =
        shapes()
            .map(this::candidate)
            .flatMap(Optional::stream)
            .filter(candidate -> candidate.reduces(basis.today()) || candidate.grows(basis.today()))
            .sorted(
                Comparator.comparingDouble(CapacityCandidate::cost)
                    .thenComparing(candidate -> -candidate.shape().memoryGib())
                    .thenComparing(candidate -> candidate.shape().describe().text()))
            .toList();
  }

  /** Cheapest first; today's capacity is one of them. */
  List<CapacityCandidate> all() {
    return all;
  }

  /** Today's capacity, at the price of the instances that there really are. */
  CapacityCandidate today() {
    double cost = todayUsd == null ? basis.today().vcpus() : todayUsd;
    return new CapacityCandidate(basis.today(), cost, todayUsd);
  }

  /** Whether costs are dollars, rather than vCPUs. */
  boolean inDollars() {
    return todayUsd != null;
  }

  /** A capacity whatever it costs; without a price it stands behind all that have one. */
  CapacityCandidate of(ClusterShape shape) {
    return candidate(shape)
        .orElseGet(() -> new CapacityCandidate(shape, Double.POSITIVE_INFINITY, null));
  }

  private Optional<CapacityCandidate> candidate(ClusterShape shape) {
    if (shape.equals(basis.today())) {
      return Optional.of(today());
    }
    Double usd = bill.monthlyUsd(shape);
    if (!inDollars()) {
      return Optional.of(new CapacityCandidate(shape, shape.vcpus(), usd));
    }
    return Optional.ofNullable(usd).map(cost -> new CapacityCandidate(shape, cost, cost));
  }

  private Stream<ClusterShape> shapes() {
    List<InstanceClass> classes = classes();
    List<ClusterShape> shapes = new ArrayList<>();
    shapes.add(basis.today());
    for (InstanceClass writer : classes) {
      if (basis.today().readers() == 0) {
        shapes.add(ClusterShape.uniform(writer, 0));
        continue;
      }
      for (InstanceClass reader : classes) {
        if (together(writer, reader)) {
          IntStream.rangeClosed(1, ClusterShape.MAX_READERS)
              .forEach(readers -> shapes.add(new ClusterShape(writer, reader, readers)));
        }
      }
    }
    return shapes.stream().distinct();
  }

  /**
   * Writer and readers are equal, or the readers smaller where none of them is preferred for
   * promotion, or as they are today. Never larger: after a failover the writer becomes a reader.
   */
  private boolean together(InstanceClass writer, InstanceClass reader) {
    ClusterShape today = basis.today();
    return writer.equals(reader)
        || (writer.equals(today.writer()) && reader.equals(today.readerOrWriter()))
        || (smallerReaders
            && writer.family().equals(reader.family())
            && reader.vcpus() < writer.vcpus());
  }

  private List<InstanceClass> classes() {
    String family = basis.today().writer().family();
    Set<String> had = orderable;
    return Stream.concat(
            InstanceClasses.all().stream().filter(c -> had == null || had.contains(c.name())),
            Stream.of(basis.today().writer(), basis.today().readerOrWriter()))
        .distinct()
        .filter(known -> !known.burstable() && known.vcpus() <= 192)
        .filter(known -> ProcessorType.offers(family, known.family()))
        // vCPUs of two families are not the same money.
        .filter(known -> inDollars() || known.family().equals(family))
        .toList();
  }
}
