package dev.teiten.size;

import dev.teiten.cpu.InstanceClass;
import dev.teiten.load.AcuRange;
import dev.teiten.load.Instance;
import dev.teiten.size.predict.ClusterShape;
import java.util.List;
import java.util.stream.Stream;

/**
 * The capacities with Serverless v2 that a cluster could have. Serverless instances may have a
 * lower minimum or a higher maximum; a lower maximum alone saves nothing. A provisioned cluster may
 * become serverless, with a maximum of as many vCPUs as it has.
 */
final class ServerlessShapes {
  /** AWS recommends two units or more with Performance Insights. */
  static final double LEAST_MINIMUM = 2;

  private static final List<Double> MINIMA = List.of(2.0, 4.0, 8.0, 16.0, 32.0, 64.0, 128.0);
  private static final List<Double> MAXIMA =
      List.of(4.0, 8.0, 12.0, 16.0, 24.0, 32.0, 48.0, 64.0, 96.0, 128.0, 192.0, 256.0);

  /** The largest range that AWS offers, in units. */
  private static final double MOST = 256;

  private ServerlessShapes() {}

  /** Each has as many readers as today. */
  static List<ClusterShape> of(ClusterShape today) {
    AcuRange range = today.acu();
    if (range == null) {
      return inPlaceOf(today)
          .map(units -> serverless(units, today.writer()))
          .map(units -> withClasses(today, units, units))
          .toList();
    }
    return Stream.concat(lowerMinima(range), higherMaxima(range))
        .map(other -> with(today, other))
        .toList();
  }

  /** Today's capacity with another range of its serverless instances. */
  static ClusterShape with(ClusterShape today, AcuRange range) {
    return withClasses(today, with(today.writer(), range), with(today.readerOrWriter(), range));
  }

  private static ClusterShape withClasses(
      ClusterShape today, InstanceClass writer, InstanceClass reader) {
    return new ClusterShape(
        writer, today.reader() == null ? null : reader, today.readers(), today.scaling());
  }

  private static InstanceClass with(InstanceClass today, AcuRange range) {
    return today.acu() == null ? today : serverless(range, today);
  }

  private static Stream<AcuRange> lowerMinima(AcuRange today) {
    return MINIMA.stream()
        .filter(min -> min < today.min())
        .map(min -> new AcuRange(min, today.max()));
  }

  private static Stream<AcuRange> higherMaxima(AcuRange today) {
    return MAXIMA.stream()
        .filter(max -> max > today.max())
        .map(max -> new AcuRange(today.min(), max));
  }

  /** Maxima from today's minimum on and below today's maximum, the lowest first. */
  static List<AcuRange> lowerMaxima(AcuRange today) {
    return MAXIMA.stream()
        .filter(max -> max >= today.min() && max < today.max())
        .map(max -> new AcuRange(today.min(), max))
        .toList();
  }

  /** Ranges up to the vCPUs of today's larger class; none if they are more than AWS offers. */
  private static Stream<AcuRange> inPlaceOf(ClusterShape today) {
    double max = AcuRange.UNITS_PER_VCPU * today.writer().vcpus();
    return today.writer().burstable() || max > MOST
        ? Stream.empty()
        : MINIMA.stream().filter(min -> min <= max / 2).map(min -> new AcuRange(min, max));
  }

  /** Serverless v2 in place of a class: with the range of today, or up to as many vCPUs. */
  static InstanceClass inPlaceOf(InstanceClass today) {
    double max = Math.min(MOST, AcuRange.UNITS_PER_VCPU * today.vcpus());
    return today.acu() == null ? serverless(new AcuRange(LEAST_MINIMUM, max), today) : today;
  }

  /** A vCPU of Serverless v2 is taken to be a thread where today's is one: the cautious case. */
  static InstanceClass serverless(AcuRange range, InstanceClass inPlaceOf) {
    return InstanceClass.serverless(range, inPlaceOf.hyperthreaded());
  }

  /** The class that AWS knows for a name, which may have a range. */
  static String withoutRange(String instanceClass) {
    return instanceClass.startsWith(Instance.SERVERLESS_CLASS + ":")
        ? Instance.SERVERLESS_CLASS
        : instanceClass;
  }

  /** Whether a role is serverless in one of the two and provisioned in the other. */
  static boolean isOtherKind(ClusterShape shape, ClusterShape today) {
    return (shape.writer().acu() == null) != (today.writer().acu() == null)
        || (shape.readerOrWriter().acu() == null) != (today.readerOrWriter().acu() == null);
  }

  /** Whether serverless instances stay so with another range, which the cluster has as a whole. */
  static boolean changesRange(ClusterShape shape, ClusterShape today) {
    return changesRange(shape.writer(), today.writer())
        || changesRange(shape.readerOrWriter(), today.readerOrWriter());
  }

  private static boolean changesRange(InstanceClass to, InstanceClass from) {
    return to.acu() != null && from.acu() != null && !to.acu().equals(from.acu());
  }

  /** Whether a serverless role of {@code shape} has a lower minimum than today, or is new. */
  static boolean startsLower(ClusterShape shape, ClusterShape today) {
    return startsLower(shape.writer(), today.writer())
        || startsLower(shape.readerOrWriter(), today.readerOrWriter());
  }

  private static boolean startsLower(InstanceClass to, InstanceClass from) {
    AcuRange range = to.acu();
    AcuRange was = from.acu();
    return range != null && (was == null || range.min() < was.min());
  }
}
