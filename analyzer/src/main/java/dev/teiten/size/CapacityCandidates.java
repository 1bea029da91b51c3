package dev.teiten.size;

import dev.teiten.cpu.InstanceClass;
import dev.teiten.cpu.InstanceClasses;
import dev.teiten.load.ClusterDeployment;
import dev.teiten.load.Instance;
import dev.teiten.size.demand.ProcessorType;
import dev.teiten.size.demand.ReaderRange;
import dev.teiten.size.predict.ClusterShape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The capacities that a cluster could have. They are smaller than today's in every respect or
 * larger in every respect, of one family and never of an older generation. A cluster with readers
 * keeps at least one. Few large instances in place of many small ones, or the reverse, would be
 * another architecture and not a size.
 */
final class CapacityCandidates {
  /** The largest class that Aurora offers. */
  private static final int MAX_VCPUS = 192;

  private final ClusterShape today;
  private final MonthlyCost monthlyCost;
  private final @Nullable Set<String> orderable;
  private final ToDoubleFunction<ClusterShape> meanReaders;
  private final boolean smallerReadersAllowed;
  private final boolean isMultiAzCluster;
  private final @Nullable Double todayUsd;
  private final List<CapacityCandidate> cheapestFirst;

  /**
   * @param meanReaders the mean number of readers that a capacity would run
   */
  CapacityCandidates(
      SizingData data, ClusterShape today, ToDoubleFunction<ClusterShape> meanReaders) {
    this.today = today;
    this.meanReaders = meanReaders;
    this.monthlyCost = data.cost();
    this.orderable = data.load().orderable();
    this.smallerReadersAllowed = data.members().smallerReadersAllowed();
    this.isMultiAzCluster = ClusterDeployment.of(data.load().cluster()).isMultiAzCluster();
    this.todayUsd = data.monthlyUsd();
    this.cheapestFirst =
        shapes()
            .map(this::candidate)
            .flatMap(Optional::stream)
            .filter(candidate -> candidate.reduces(today) || candidate.grows(today))
            .sorted(
                Comparator.comparingDouble(CapacityCandidate::cost)
                    .thenComparing(candidate -> -candidate.shape().memoryGib())
                    .thenComparing(candidate -> candidate.shape().writer().exactVcpus())
                    .thenComparing(candidate -> candidate.shape().readerOrWriter().exactVcpus())
                    .thenComparing(candidate -> candidate.describe().text()))
            .toList();
  }

  /** The candidates; today's capacity is one of them. */
  List<CapacityCandidate> cheapestFirst() {
    return cheapestFirst;
  }

  /** Today's capacity, at the price of the instances that exist. */
  CapacityCandidate today() {
    double cost = todayUsd == null ? vcpus(today) : todayUsd;
    return new CapacityCandidate(today, cost, todayUsd);
  }

  /** Whether costs are dollars, rather than vCPUs. */
  boolean inDollars() {
    return todayUsd != null;
  }

  /** Any capacity; if it has no price, it costs more than all that have one. */
  CapacityCandidate of(ClusterShape shape) {
    return candidate(shape)
        .orElseGet(() -> new CapacityCandidate(shape, Double.POSITIVE_INFINITY, null));
  }

  private Optional<CapacityCandidate> candidate(ClusterShape shape) {
    if (shape.equals(today)) {
      return Optional.of(today());
    }
    Double usd = monthlyCost.monthlyUsd(shape, meanReaders.applyAsDouble(shape));
    if (!inDollars()) {
      return Optional.of(new CapacityCandidate(shape, vcpus(shape), usd));
    }
    return Optional.ofNullable(usd).map(cost -> new CapacityCandidate(shape, cost, cost));
  }

  private double vcpus(ClusterShape shape) {
    return shape.writer().vcpus()
        + meanReaders.applyAsDouble(shape) * shape.readerOrWriter().vcpus();
  }

  private Stream<ClusterShape> shapes() {
    List<InstanceClass> classes = classes();
    List<ClusterShape> shapes = new ArrayList<>();
    shapes.add(today);
    ReaderRange range = today.scaling();
    if (range != null) {
      // Aurora Auto Scaling adds readers of the writer's class.
      classes.forEach(
          each -> ranges(range).forEach(r -> shapes.add(ClusterShape.scaled(each, each, r))));
      return shapes.stream().distinct();
    }
    for (InstanceClass writer : classes) {
      if (today.readers() == 0) {
        shapes.add(ClusterShape.uniform(writer, 0));
        continue;
      }
      for (InstanceClass reader : classes) {
        if (goTogether(writer, reader)) {
          readers().forEach(readers -> shapes.add(new ClusterShape(writer, reader, readers)));
        }
      }
    }
    if (inDollars() && (orderable == null || orderable.contains(Instance.SERVERLESS_CLASS))) {
      shapes.addAll(ServerlessShapes.of(today));
    }
    return shapes.stream().distinct();
  }

  /** The numbers of readers to try; that of a Multi-AZ DB cluster is fixed. */
  private IntStream readers() {
    return isMultiAzCluster
        ? IntStream.of(today.readers())
        : IntStream.rangeClosed(1, ReaderRange.MOST);
  }

  /** Ranges within today's, and those with other least or most readers that contain it. */
  private static List<ReaderRange> ranges(ReaderRange today) {
    List<ReaderRange> ranges = new ArrayList<>();
    for (int least = 1; least <= today.least(); least++) {
      for (int most = least; most <= today.most(); most++) {
        ranges.add(new ReaderRange(least, most, today.target()));
      }
    }
    for (int least = today.least() + 1; least <= today.most(); least++) {
      ranges.add(new ReaderRange(least, today.most(), today.target()));
    }
    for (int most = today.most() + 1; most <= ReaderRange.MOST; most++) {
      ranges.add(new ReaderRange(today.least(), most, today.target()));
    }
    return ranges;
  }

  /**
   * Whether a cluster may have these classes. Writer and readers are equal, or as they are today,
   * or the readers are smaller where none of them is preferred for promotion. Readers are never
   * larger, because after a failover the writer becomes a reader.
   */
  private boolean goTogether(InstanceClass writer, InstanceClass reader) {
    return writer.equals(reader)
        || (writer.equals(today.writer()) && reader.equals(today.readerOrWriter()))
        || (smallerReadersAllowed
            && !isMultiAzCluster
            && writer.family().equals(reader.family())
            && reader.vcpus() < writer.vcpus());
  }

  private List<InstanceClass> classes() {
    String family = today.writer().family();
    Set<String> offered = orderable;
    return Stream.concat(
            InstanceClasses.all().stream()
                .filter(candidate -> offered == null || offered.contains(candidate.name())),
            Stream.of(today.writer(), today.readerOrWriter()))
        .distinct()
        .filter(candidate -> !candidate.burstable() && candidate.vcpus() <= MAX_VCPUS)
        .filter(candidate -> ProcessorType.offers(family, candidate.family()))
        // vCPUs of two families are not the same money.
        .filter(candidate -> inDollars() || candidate.family().equals(family))
        // Few families can be a Multi-AZ DB cluster, and RDS does not list them apart.
        .filter(candidate -> !isMultiAzCluster || candidate.family().equals(family))
        .toList();
  }
}
