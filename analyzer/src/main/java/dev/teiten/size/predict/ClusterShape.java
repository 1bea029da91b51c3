package dev.teiten.size.predict;

import dev.teiten.cpu.InstanceClass;
import org.jspecify.annotations.Nullable;

/**
 * A capacity: one writer and some readers of one class.
 *
 * @param reader null exactly if there are no readers
 * @param readers their number, 0 to {@link #MAX_READERS}
 */
public record ClusterShape(InstanceClass writer, @Nullable InstanceClass reader, int readers) {
  /** The most readers that an Aurora cluster can have. */
  public static final int MAX_READERS = 15;

  public ClusterShape {
    if (readers < 0 || readers > MAX_READERS || (reader == null) != (readers == 0)) {
      throw new IllegalArgumentException(readers + " readers of " + reader);
    }
  }

  /** A cluster whose instances all have one class. */
  public static ClusterShape uniform(InstanceClass instanceClass, int readers) {
    return new ClusterShape(instanceClass, readers == 0 ? null : instanceClass, readers);
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
