package dev.teiten.size.predict;

import dev.teiten.cpu.InstanceClass;
import dev.teiten.load.AcuRange;
import dev.teiten.size.demand.ReaderRange;
import org.jspecify.annotations.Nullable;

/**
 * A capacity: one writer and some readers of one class.
 *
 * @param reader null exactly if there are no readers
 * @param readers their number, 0 to {@link ReaderRange#MOST}; the least if it is scaled
 * @param scaling the range of their number, which begins with {@code readers}; null if the number
 *     is fixed
 */
public record ClusterShape(
    InstanceClass writer,
    @Nullable InstanceClass reader,
    int readers,
    @Nullable ReaderRange scaling) {
  /** The number of Availability Zones to assume where it is not known. */
  private static final int ASSUMED_ZONES = 2;

  public ClusterShape {
    if (readers < 0 || readers > ReaderRange.MOST || (reader == null) != (readers == 0)) {
      throw new IllegalArgumentException(readers + " readers of " + reader);
    }
    if (scaling != null && (scaling.least() != readers || scaling.most() == readers)) {
      throw new IllegalArgumentException(readers + " readers scaled in " + scaling);
    }
  }

  /** A capacity with a fixed number of readers. */
  public ClusterShape(InstanceClass writer, @Nullable InstanceClass reader, int readers) {
    this(writer, reader, readers, null);
  }

  /** A capacity whose number of readers is kept in a range, or is fixed if the range has one. */
  public static ClusterShape scaled(InstanceClass writer, InstanceClass reader, ReaderRange range) {
    boolean fixed = range.least() == range.most();
    return new ClusterShape(writer, reader, range.least(), fixed ? null : range);
  }

  /** A cluster whose instances all have one class. */
  public static ClusterShape uniform(InstanceClass instanceClass, int readers) {
    return new ClusterShape(instanceClass, readers == 0 ? null : instanceClass, readers);
  }

  /** This capacity with its most readers at all times. */
  ClusterShape withMost() {
    return scaling == null ? this : new ClusterShape(writer, reader, scaling.most());
  }

  /** The most readers at once. */
  public int mostReaders() {
    return scaling == null ? readers : scaling.most();
  }

  /**
   * The number of readers that the worst single loss takes. It is the loss of the Availability Zone
   * with the most readers; if the writer stood there, a reader is promoted and counts as lost too.
   * Readers are taken to be spread evenly, with the writer where they are fewest.
   *
   * @param zones in use today; null stands for two
   */
  public static int lostReaders(int readers, @Nullable Integer zones) {
    int used = Math.min(zones == null ? ASSUMED_ZONES : zones, 1 + readers);
    return used == 1 ? 1 : readers / used + 1;
  }

  public int instances() {
    return 1 + readers;
  }

  public int vcpus() {
    return writer.vcpus() + (reader == null ? 0 : readers * reader.vcpus());
  }

  public double memoryGib() {
    return writer.memoryGib() + (reader == null ? 0 : readers * reader.memoryGib());
  }

  /** The class of the readers, or of the writer where there are none. */
  public InstanceClass readerOrWriter() {
    return reader == null ? writer : reader;
  }

  /** The range of its Serverless v2 instances, which a cluster has as a whole; null without any. */
  public @Nullable AcuRange acu() {
    AcuRange ofWriter = writer.acu();
    return ofWriter == null ? readerOrWriter().acu() : ofWriter;
  }

  /** The smaller of the two classes, which is left in the worst case. */
  public InstanceClass smallest() {
    InstanceClass other = readerOrWriter();
    return other.vcpus() < writer.vcpus() ? other : writer;
  }

  /** Whether both have the same classes, whatever the number of readers. */
  public boolean sameClasses(ClusterShape other) {
    return writer.equals(other.writer) && readerOrWriter().equals(other.readerOrWriter());
  }
}
