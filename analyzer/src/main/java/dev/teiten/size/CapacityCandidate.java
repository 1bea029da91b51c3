package dev.teiten.size;

import dev.teiten.load.Sentence;
import dev.teiten.size.predict.ClusterShape;
import org.jspecify.annotations.Nullable;

/**
 * A capacity and its cost.
 *
 * @param cost the figure that candidates are compared by: US dollars a month, or vCPUs where
 *     today's capacity has no price
 * @param monthlyUsd null without a price
 */
record CapacityCandidate(ClusterShape shape, double cost, @Nullable Double monthlyUsd) {

  /** Whether it never has an instance more, and has none larger than {@code today}. */
  boolean reduces(ClusterShape today) {
    return shape.readers() <= today.readers()
        && shape.mostReaders() <= today.mostReaders()
        && shape.writer().vcpus() <= today.writer().vcpus()
        && shape.readerOrWriter().vcpus() <= today.readerOrWriter().vcpus();
  }

  /** Whether it never has an instance less, and has none smaller than {@code today}. */
  boolean grows(ClusterShape today) {
    return shape.readers() >= today.readers()
        && shape.mostReaders() >= today.mostReaders()
        && shape.writer().vcpus() >= today.writer().vcpus()
        && shape.readerOrWriter().vcpus() >= today.readerOrWriter().vcpus();
  }

  /** The capacity in words, for example {@code db.r5.8xlarge with 3 readers}. */
  Sentence describe() {
    String writer = shape.writer().label();
    if (shape.reader() == null) {
      return SizingText.ALONE.of(writer);
    }
    String reader = shape.reader().label();
    int readers = shape.readers();
    if (shape.scaling() != null) {
      return reader.equals(writer)
          ? SizingText.WITH_SCALED.of(writer, readers, shape.mostReaders())
          : SizingText.WITH_OTHER_SCALED.of(writer, readers, shape.mostReaders(), reader);
    }
    if (reader.equals(writer)) {
      return readers == 1
          ? SizingText.WITH_READER.of(writer)
          : SizingText.WITH_READERS.of(writer, readers);
    }
    return readers == 1
        ? SizingText.WITH_OTHER_READER.of(writer, reader)
        : SizingText.WITH_OTHER_READERS.of(writer, readers, reader);
  }
}
