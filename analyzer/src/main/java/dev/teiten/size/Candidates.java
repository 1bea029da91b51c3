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
final class Candidates {
  private final Basis basis;
  private final Bill bill;
  private final @Nullable Set<String> orderable;
  private final boolean smallerReaders;
  private final @Nullable Double todayUsd;
  private final List<Candidate> all;

  /**
   * @param orderable the classes that can be had; null if that is not known
   */
  Candidates(Basis basis, Members members, Bill bill, @Nullable Set<String> orderable) {
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
                Comparator.comparingDouble(Candidate::cost)
                    .thenComparing(candidate -> -candidate.shape().memoryGib())
                    .thenComparing(candidate -> candidate.shape().describe().text()))
            .toList();
  }

  /** Cheapest first; today's capacity is one of them. */
  List<Candidate> all() {
    return all;
  }

  /** Today's capacity, at the price of the instances that there really are. */
  Candidate today() {
    double cost = todayUsd == null ? basis.today().vcpus() : todayUsd;
    return new Candidate(basis.today(), cost, todayUsd);
  }

  /** Whether costs are dollars, rather than vCPUs. */
  boolean inDollars() {
    return todayUsd != null;
  }

  /** A capacity whatever it costs; without a price it stands behind all that have one. */
  Candidate of(Shape shape) {
    return candidate(shape).orElseGet(() -> new Candidate(shape, Double.POSITIVE_INFINITY, null));
  }

  private Optional<Candidate> candidate(Shape shape) {
    if (shape.equals(basis.today())) {
      return Optional.of(today());
    }
    Double usd = bill.monthlyUsd(shape);
    if (!inDollars()) {
      return Optional.of(new Candidate(shape, shape.vcpus(), usd));
    }
    return Optional.ofNullable(usd).map(cost -> new Candidate(shape, cost, cost));
  }

  private Stream<Shape> shapes() {
    List<InstanceClass> classes = classes();
    List<Shape> shapes = new ArrayList<>();
    shapes.add(basis.today());
    for (InstanceClass writer : classes) {
      if (basis.today().readers() == 0) {
        shapes.add(Shape.uniform(writer, 0));
        continue;
      }
      for (InstanceClass reader : classes) {
        if (together(writer, reader)) {
          IntStream.rangeClosed(1, Shape.MAX_READERS)
              .forEach(readers -> shapes.add(new Shape(writer, reader, readers)));
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
    Shape today = basis.today();
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
        .filter(known -> Silicon.offers(family, known.family()))
        // vCPUs of two families are not the same money.
        .filter(known -> inDollars() || known.family().equals(family))
        .toList();
  }
}
