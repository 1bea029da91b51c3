package dev.teiten.size;

import dev.teiten.cpu.InstanceClass;
import dev.teiten.load.AcuRange;
import dev.teiten.size.predict.ClusterShape;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The capacities with Serverless v2 that a cluster could have. A serverless role may have another
 * minimum or another maximum. A provisioned cluster may become serverless, with a maximum of as many
 * vCPUs as it has.
 */
final class ServerlessShapes {
  static final String CLASS = "db.serverless";

  /** AWS recommends two units or more with Performance Insights. */
  private static final double LEAST_MINIMUM = 2;

  private static final List<Double> MINIMA = List.of(2.0, 4.0, 8.0, 16.0, 32.0, 64.0, 128.0);
  private static final List<Double> MAXIMA =
      List.of(4.0, 8.0, 12.0, 16.0, 24.0, 32.0, 48.0, 64.0, 96.0, 128.0, 192.0, 256.0);

  /** The largest range that AWS offers, in units. */
  private static final double MOST = 256;

  private ServerlessShapes() {}

  static List<ClusterShape> of(ClusterShape today) {
    List<ClusterShape> shapes = new ArrayList<>();
    AcuRange writer = today.writer().acu();
    AcuRange reader = today.readerOrWriter().acu();
    if (writer == null && reader == null) {
      for (AcuRange range : inPlaceOf(today)) {
        InstanceClass units = serverless(range, today.writer());
        for (int readers = Math.min(1, today.readers()); readers <= today.readers(); readers++) {
          shapes.add(ClusterShape.uniform(units, readers));
        }
      }
      return shapes;
    }
    for (AcuRange range : others(writer == null ? reader : writer)) {
      for (int readers = Math.min(1, today.readers()); readers <= today.readers(); readers++) {
        shapes.add(
            new ClusterShape(
                writer == null ? today.writer() : serverless(range, today.writer()),
                readers == 0 ? null : readerClass(today, reader, range),
                readers));
      }
    }
    return shapes;
  }

  private static InstanceClass readerClass(
      ClusterShape today, @Nullable AcuRange reader, AcuRange range) {
    return reader == null ? today.readerOrWriter() : serverless(range, today.readerOrWriter());
  }

  /** Ranges with a lower minimum, and ranges with another maximum. */
  private static List<AcuRange> others(@Nullable AcuRange today) {
    List<AcuRange> ranges = new ArrayList<>();
    if (today != null) {
      MINIMA.stream()
          .filter(min -> min < today.min())
          .forEach(min -> ranges.add(new AcuRange(min, today.max())));
      MAXIMA.stream()
          .filter(max -> max >= today.min() && max != today.max())
          .forEach(max -> ranges.add(new AcuRange(today.min(), max)));
    }
    return ranges;
  }

  /** Ranges up to the vCPUs of today's larger class; none if they are more than AWS offers. */
  private static List<AcuRange> inPlaceOf(ClusterShape today) {
    double max = AcuRange.UNITS_PER_VCPU * today.writer().vcpus();
    return today.writer().burstable() || max > MOST
        ? List.of()
        : MINIMA.stream().filter(min -> min <= max / 2).map(min -> new AcuRange(min, max)).toList();
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
    return instanceClass.startsWith(CLASS + ":") ? CLASS : instanceClass;
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
