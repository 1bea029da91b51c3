package dev.teiten.size;

import dev.teiten.cpu.InstanceClass;
import dev.teiten.load.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * A capacity: one writer and some readers of one class.
 *
 * @param reader null exactly if there are no readers
 * @param readers 0 to 15, what an Aurora cluster can have
 */
record ClusterShape(InstanceClass writer, @Nullable InstanceClass reader, int readers) {
  static final int MAX_READERS = 15;

  ClusterShape {
    if (readers < 0 || readers > MAX_READERS || (reader == null) != (readers == 0)) {
      throw new IllegalArgumentException(readers + " readers of " + reader);
    }
  }

  /** The same class for all. */
  static ClusterShape uniform(InstanceClass instanceClass, int readers) {
    return new ClusterShape(instanceClass, readers == 0 ? null : instanceClass, readers);
  }

  int instances() {
    return 1 + readers;
  }

  int vcpus() {
    return writer.vcpus() + (reader == null ? 0 : readers * reader.vcpus());
  }

  double memoryGib() {
    return writer.memoryGib() + (reader == null ? 0 : readers * reader.memoryGib());
  }

  /** The class of the readers, or of the writer where there are none. */
  InstanceClass readerOrWriter() {
    return reader == null ? writer : reader;
  }

  /** The smaller of the two classes: what is left in the worst case. */
  InstanceClass smallest() {
    InstanceClass other = readerOrWriter();
    return other.vcpus() < writer.vcpus() ? other : writer;
  }

  /** In words, such as {@code db.r5.8xlarge with 3 readers}. */
  Sentence describe() {
    if (reader == null) {
      return SizingText.ALONE.of(writer.name());
    }
    if (reader.equals(writer)) {
      return readers == 1
          ? SizingText.WITH_READER.of(writer.name())
          : SizingText.WITH_READERS.of(writer.name(), readers);
    }
    return readers == 1
        ? SizingText.WITH_OTHER_READER.of(writer.name(), reader.name())
        : SizingText.WITH_OTHER_READERS.of(writer.name(), readers, reader.name());
  }
}
