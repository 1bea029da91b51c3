package dev.teiten.archive.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * A checksum within a Parquet file, directly before its footer. Parquet's offsets count from the
 * start of the file and the footer is found from its end, so other readers skip these bytes.
 *
 * @see <a href="https://parquet.apache.org/docs/file-format/">Parquet: File Format</a>
 */
public final class ParquetSeal {
  /** {@code PAR1} at the start and at the end of a file, little-endian. */
  private static final int MAGIC = 0x31524150;

  /** {@code TeitenS1}, big-endian. */
  private static final long SEAL = 0x54656974656E5331L;

  /** The seal's name and the checksum. */
  private static final int SEAL_BYTES = Long.BYTES + Integer.BYTES;

  /** The footer's length and the magic. */
  private static final int TAIL_BYTES = 2 * Integer.BYTES;

  private static final int BUFFER_BYTES = 1 << 16;

  /** The condition of a file's bytes. */
  public enum Condition {
    /** The bytes are those that were written. */
    SEALED,
    /** The file is complete, but was written without a checksum, by an earlier version. */
    UNSEALED,
    DAMAGED
  }

  private ParquetSeal() {}

  /** Adds the checksum to a file that is complete and has none. */
  static void put(Path file) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      long footer = footer(channel);
      ByteBuffer end = read(channel, footer, (int) (channel.size() - footer));
      ByteBuffer seal = ByteBuffer.allocate(SEAL_BYTES).putLong(SEAL);
      seal.putInt(checksum(channel, footer, footer)).flip();
      write(channel, seal, footer);
      write(channel, end, footer + SEAL_BYTES);
    }
  }

  /**
   * Reads a whole file.
   *
   * @throws IOException if it is not readable
   */
  public static Condition check(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long footer = footer(channel);
      if (footer < 0) {
        return Condition.DAMAGED;
      }
      long place = footer - SEAL_BYTES;
      if (place < Integer.BYTES) {
        return Condition.UNSEALED;
      }
      ByteBuffer seal = read(channel, place, SEAL_BYTES);
      if (seal.getLong() != SEAL) {
        return Condition.UNSEALED;
      }
      boolean equal = seal.getInt() == checksum(channel, place, footer);
      return equal ? Condition.SEALED : Condition.DAMAGED;
    }
  }

  /** The place of the footer; -1 if the file does not end as Parquet does. */
  private static long footer(FileChannel channel) throws IOException {
    long size = channel.size();
    if (size < Integer.BYTES + TAIL_BYTES) {
      return -1;
    }
    ByteBuffer tail = read(channel, size - TAIL_BYTES, TAIL_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    long footer = size - TAIL_BYTES - tail.getInt();
    boolean ends = tail.getInt() == MAGIC && footer >= Integer.BYTES && footer < size - TAIL_BYTES;
    boolean begins =
        read(channel, 0, Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).getInt() == MAGIC;
    return ends && begins ? footer : -1;
  }

  /** The checksum of all bytes but those from {@code end} to {@code footer}. */
  private static int checksum(FileChannel channel, long end, long footer) throws IOException {
    CRC32C sum = new CRC32C();
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
    add(channel, 0, end, sum, buffer);
    add(channel, footer, channel.size(), sum, buffer);
    return (int) sum.getValue();
  }

  private static void add(FileChannel channel, long from, long to, CRC32C sum, ByteBuffer buffer)
      throws IOException {
    long place = from;
    while (place < to) {
      buffer.clear().limit((int) Math.min(buffer.capacity(), to - place));
      int count = channel.read(buffer, place);
      if (count < 0) {
        throw new IOException("the file became shorter");
      }
      sum.update(buffer.flip());
      place += count;
    }
  }

  private static ByteBuffer read(FileChannel channel, long from, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, from + buffer.position()) < 0) {
        throw new IOException("the file became shorter");
      }
    }
    return buffer.flip();
  }

  private static void write(FileChannel channel, ByteBuffer bytes, long from) throws IOException {
    long place = from;
    while (bytes.hasRemaining()) {
      place += channel.write(bytes, place);
    }
  }
}
