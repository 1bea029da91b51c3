package dev.teiten.size;

import dev.teiten.cpu.InstanceClass;
import dev.teiten.cpu.InstanceClasses;
import dev.teiten.load.Cluster;
import dev.teiten.load.Cluster.StorageType;
import dev.teiten.load.ClusterDeployment;
import dev.teiten.load.DeploymentKind;
import dev.teiten.load.Instance;
import dev.teiten.load.InstanceDeployment;
import dev.teiten.load.InstanceLoad;
import dev.teiten.size.SizingAdvice.Prices;
import dev.teiten.size.predict.ClusterShape;
import dev.teiten.size.price.Price;
import dev.teiten.size.price.PriceBook;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The monthly cost of capacities of a cluster in US dollars, by list price. */
final class MonthlyCost {
  private final PriceBook book;
  private final Cluster cluster;
  private final ClusterDeployment deployment;

  MonthlyCost(PriceBook book, Cluster cluster) {
    this.book = book;
    this.cluster = cluster;
    this.deployment = ClusterDeployment.of(cluster);
  }

  /** Outside Aurora, more readers are deployed as the first one is, or Single-AZ. */
  private @Nullable InstanceDeployment ofReaders() {
    InstanceDeployment reader = deployment.reader();
    return reader != null || deployment.writer() == null
        ? reader
        : new InstanceDeployment(DeploymentKind.SINGLE_AZ, null, null, null);
  }

  /**
   * The cost of a capacity; null if a class has no price.
   *
   * @param readers their mean number
   */
  @Nullable Double monthlyUsd(ClusterShape shape, double readers) {
    Double writer = monthlyUsd(shape.writer().name(), deployment.writer());
    Double ofReaders = readersUsd(shape, readers);
    return writer == null || ofReaders == null ? null : Double.valueOf(writer + ofReaders);
  }

  /** The cost of the readers alone; null if their class has no price. */
  @Nullable Double readersUsd(ClusterShape shape, double readers) {
    Double reader = readerUsd(shape);
    return reader == null ? null : Double.valueOf(readers * reader);
  }

  /** The cost of one reader; 0 without readers. */
  private @Nullable Double readerUsd(ClusterShape shape) {
    return shape.readers() == 0
        ? Double.valueOf(0)
        : monthlyUsd(shape.readerOrWriter().name(), ofReaders());
  }

  /** The cost of one instance of the writer's deployment, or of one unit; null without a price. */
  @Nullable Double monthlyUsd(String priced) {
    return monthlyUsd(priced, deployment.writer());
  }

  private @Nullable Double monthlyUsd(@Nullable String priced, @Nullable InstanceDeployment as) {
    return book.find(priced, cluster, as).map(Price::monthlyUsd).orElse(null);
  }

  /**
   * The saving of {@code to} over {@code from} while reserved instances have to be paid. Only
   * instances that they do not cover are saved. They cover any size of their family in proportion.
   * Null without reserved instances, if a class has no price, and outside Aurora, where a Multi-AZ
   * deployment uses up more of a reservation.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_WorkingWithReservedDBInstances.html">Reserved
   *     DB instances for Amazon Aurora</a>
   */
  @Nullable Double realisableSaving(
      ClusterShape from, ClusterShape to, Map<String, Integer> reserved) {
    if (reserved.isEmpty() || !deployment.aurora()) {
      return null;
    }
    Double before = uncoveredUsd(from, reserved);
    Double after = uncoveredUsd(to, reserved);
    return before == null || after == null ? null : Double.valueOf(before - after);
  }

  private @Nullable Double uncoveredUsd(ClusterShape shape, Map<String, Integer> reserved) {
    Double writer = monthlyUsd(shape.writer().name());
    Double reader = monthlyUsd(shape.readerOrWriter().name());
    if (writer == null || reader == null) {
      return null;
    }
    String writerFamily = shape.writer().family();
    if (writerFamily.equals(shape.readerOrWriter().family())) {
      double usd = writer + shape.readers() * reader;
      return usd * uncovered(writerFamily, shape.vcpus(), reserved);
    }
    int readerVcpus = shape.vcpus() - shape.writer().vcpus();
    return writer * uncovered(writerFamily, shape.writer().vcpus(), reserved)
        + shape.readers()
            * reader
            * uncovered(shape.readerOrWriter().family(), readerVcpus, reserved);
  }

  /** The share (0..1) of these vCPUs of a family that no reservation covers. */
  private double uncovered(String family, int vcpus, Map<String, Integer> reserved) {
    double covered = 0;
    for (Map.Entry<String, Integer> entry : reserved.entrySet()) {
      Optional<InstanceClass> hardware = InstanceClasses.find(entry.getKey());
      if (hardware.isPresent() && hardware.get().family().equals(family)) {
        covered += entry.getValue() * hardware.get().vcpus();
      }
    }
    // An I/O-Optimized instance costs 1.3 times as much and uses 1.3 times the units.
    double units = cluster.storage() == StorageType.IO_OPTIMIZED ? 1.3 * vcpus : vcpus;
    return units > 0 ? Math.max(0, 1 - covered / units) : 0;
  }

  /** The cost of these instances; null if one of their classes has no price. */
  @Nullable Double monthlyUsd(List<InstanceLoad> members) {
    double sum = 0;
    for (InstanceLoad member : members) {
      Instance instance = member.instance();
      Double usd = monthlyUsd(instance.instanceClass(), instance.deployment());
      if (usd == null) {
        return null;
      }
      sum += usd;
    }
    return members.isEmpty() ? null : sum;
  }

  /** The sources of the prices of these classes, with the oldest date; null without a price. */
  @Nullable Prices provenance(Collection<String> classes) {
    List<Price> used =
        classes.stream()
            .distinct()
            .sorted()
            .flatMap(
                name ->
                    Stream.of(deployment.writer(), ofReaders())
                        .flatMap(as -> book.find(name, cluster, as).stream()))
            .toList();
    Optional<LocalDate> oldest = used.stream().map(Price::asOf).min(LocalDate::compareTo);
    String sources = used.stream().map(Price::source).distinct().collect(Collectors.joining("; "));
    return oldest
        .map(date -> new Prices(sources + "; on demand, before discounts", date, cluster.region()))
        .orElse(null);
  }
}
