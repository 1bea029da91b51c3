package dev.teiten.size;

import dev.teiten.cpu.InstanceClass;
import dev.teiten.cpu.InstanceClasses;
import dev.teiten.load.AcuRange;
import dev.teiten.load.Cluster;
import dev.teiten.load.Cluster.StorageType;
import dev.teiten.load.ClusterDeployment;
import dev.teiten.load.DeploymentKind;
import dev.teiten.load.Instance;
import dev.teiten.load.InstanceDeployment;
import dev.teiten.load.InstanceLoad;
import dev.teiten.size.SizingAdvice.Prices;
import dev.teiten.size.demand.ClusterMembers;
import dev.teiten.size.demand.MinuteStatistics;
import dev.teiten.size.predict.ClusterShape;
import dev.teiten.size.price.Price;
import dev.teiten.size.price.PriceBook;
import dev.teiten.size.price.PriceRow;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The monthly cost of capacities of a cluster in US dollars, by list price. An instance of
 * Serverless v2 costs the capacity units that are allocated to it, and not its maximum.
 */
final class MonthlyCost {
  private final PriceBook book;
  private final Cluster cluster;
  private final AcuDemand writer;
  private final AcuDemand readers;
  private final ClusterDeployment deployment;

  /**
   * @param members as sizing counts them; their use decides the cost of Serverless v2
   */
  MonthlyCost(PriceBook book, Cluster cluster, ClusterMembers members) {
    this.book = book;
    this.cluster = cluster;
    InstanceLoad first = members.writer();
    this.writer = AcuDemand.of(first == null ? List.of() : List.of(first));
    this.readers = AcuDemand.of(members.readers());
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
    Double ofWriter = writerUsd(shape);
    Double ofReaders = readersUsd(shape, readers);
    return ofWriter == null || ofReaders == null ? null : Double.valueOf(ofWriter + ofReaders);
  }

  /** The cost of the readers alone; null if their class has no price. */
  @Nullable Double readersUsd(ClusterShape shape, double readers) {
    return readers == 0
        ? Double.valueOf(0)
        : usd(shape.readerOrWriter(), readers, this.readers, ofReaders());
  }

  private @Nullable Double writerUsd(ClusterShape shape) {
    return usd(shape.writer(), 1, writer, deployment.writer());
  }

  private @Nullable Double usd(
      InstanceClass instanceClass,
      double count,
      AcuDemand demand,
      @Nullable InstanceDeployment as) {
    AcuRange range = instanceClass.acu();
    Double each = monthlyUsd(instanceClass.name(), as);
    Double number = range == null ? Double.valueOf(count) : demand.allocated(range, count);
    return each == null || number == null ? null : Double.valueOf(number * each);
  }

  /** The cost of one instance of the writer's deployment, or of one unit; null without a price. */
  @Nullable Double monthlyUsd(String priced) {
    return monthlyUsd(priced, deployment.writer());
  }

  private Optional<Price> price(@Nullable String priced, @Nullable InstanceDeployment as) {
    return book.find(priced == null ? null : PriceRow.priced(priced), cluster, as);
  }

  private @Nullable Double monthlyUsd(@Nullable String priced, @Nullable InstanceDeployment as) {
    return price(priced, as).map(Price::monthlyUsd).orElse(null);
  }

  /**
   * The capacity units of a capacity; null without Serverless v2 in it.
   *
   * @param number the mean number of readers
   */
  @Nullable AcuUse acu(ClusterShape shape, double number) {
    InstanceClass reader = shape.reader();
    return acu(shape.writer().acu(), reader == null ? null : reader.acu(), number);
  }

  /** The capacity units of today; null without Serverless v2, or if the range is not known. */
  @Nullable AcuUse acuToday() {
    return acu(writer.today(), readers.today(), readers.count());
  }

  private @Nullable AcuUse acu(
      @Nullable AcuRange ofWriter, @Nullable AcuRange ofReaders, double count) {
    AcuRange range = ofWriter == null ? ofReaders : ofWriter;
    if (range == null) {
      return null;
    }
    double[] used = new double[0];
    Double allocated = 0.0;
    if (ofWriter != null) {
      used = plus(used, writer.used());
      allocated = plus(allocated, writer.allocated(ofWriter, 1));
    }
    if (ofReaders != null) {
      used = plus(used, readers.used());
      allocated = plus(allocated, readers.allocated(ofReaders, count));
    }
    Double each = monthlyUsd(PriceRow.CAPACITY_UNIT);
    return new AcuUse(
        range.min(),
        range.max(),
        MinuteStatistics.finiteOrNull(MinuteStatistics.mean(used)),
        MinuteStatistics.finiteOrNull(MinuteStatistics.quantile(used, 0.99)),
        allocated,
        each == null || allocated == null ? null : Double.valueOf(allocated * each));
  }

  private static double[] plus(double[] sum, double @Nullable [] more) {
    if (sum.length == 0 || more == null) {
      return more == null ? new double[] {Double.NaN} : more;
    }
    double[] both = new double[Math.min(sum.length, more.length)];
    Arrays.setAll(both, t -> sum[t] + more[t]);
    return both;
  }

  private static @Nullable Double plus(@Nullable Double sum, @Nullable Double more) {
    return sum == null || more == null ? null : Double.valueOf(sum + more);
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
    Double ofWriter = writerUsd(shape);
    Double ofReaders = readersUsd(shape, shape.readers());
    if (ofWriter == null || ofReaders == null) {
      return null;
    }
    String writerFamily = shape.writer().family();
    String readerFamily = shape.readerOrWriter().family();
    if (writerFamily.equals(readerFamily)) {
      return (ofWriter + ofReaders) * uncovered(writerFamily, shape.vcpus(), reserved);
    }
    int readerVcpus = shape.vcpus() - shape.writer().vcpus();
    return ofWriter * uncovered(writerFamily, shape.writer().vcpus(), reserved)
        + ofReaders * uncovered(readerFamily, readerVcpus, reserved);
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
      Double each = monthlyUsd(instance.instanceClass(), instance.deployment());
      Double number =
          instance.isServerless() ? AcuDemand.allocated(List.of(member)) : Double.valueOf(1);
      if (each == null || number == null) {
        return null;
      }
      sum += number * each;
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
                        .flatMap(as -> price(name, as).stream()))
            .toList();
    Optional<LocalDate> oldest = used.stream().map(Price::asOf).min(LocalDate::compareTo);
    String sources = used.stream().map(Price::source).distinct().collect(Collectors.joining("; "));
    return oldest
        .map(date -> new Prices(sources + "; on demand, before discounts", date, cluster.region()))
        .orElse(null);
  }
}
