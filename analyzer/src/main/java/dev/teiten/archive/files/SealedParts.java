package dev.teiten.archive.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * A file of a few parts, each with its length and its checksum, so that the first can be read
 * without the others.
 */
public final class SealedParts {
  /** Part of the checksum, so that a file of zeros or of another kind does not match by chance. */
  private static final byte[] NAME = "teiten parts".getBytes(UTF_8);

  private static final int MOST_BYTES = 1 << 28;

  private SealedParts() {}

  /**
   * Replaces a file.
   *
   * @throws ArchiveException if it cannot be written
   */
  public static void put(Path file, List<byte[]> parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      for (byte[] part : parts) {
        out.writeInt(part.length);
        out.writeInt(checksum(part));
        out.write(part);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    AtomicFiles.put(file, temporary -> write(temporary, bytes.toByteArray()));
  }

  private static void write(Path file, byte[] bytes) {
    try {
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The first parts of a file; fewer if the next one is damaged or missing.
   *
   * @param most number of parts to read
   * @throws java.nio.file.NoSuchFileException if there is no such file
   */
  public static List<byte[]> read(Path file, int most) throws IOException {
    List<byte[]> parts = new ArrayList<>();
    try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
      while (parts.size() < most) {
        byte[] header = in.readNBytes(2 * Integer.BYTES);
        if (header.length < 2 * Integer.BYTES) {
          break;
        }
        int length = number(header, 0);
        if (length < 0 || length > MOST_BYTES) {
          break;
        }
        byte[] part = in.readNBytes(length);
        if (part.length < length || checksum(part) != number(header, Integer.BYTES)) {
          break;
        }
        parts.add(part);
      }
    }
    return parts;
  }

  /** Whether a file has that number of parts, all sound, and nothing behind them. */
  public static boolean isSound(Path file, int count) throws IOException {
    List<byte[]> parts = read(file, count);
    long bytes = parts.stream().mapToLong(part -> part.length + 2L * Integer.BYTES).sum();
    return parts.size() == count && bytes == Files.size(file);
  }

  private static int number(byte[] bytes, int from) {
    return ByteBuffer.wrap(bytes).getInt(from);
  }

  private static int checksum(byte[] part) {
    CRC32C sum = new CRC32C();
    sum.update(NAME);
    sum.update(part);
    return (int) sum.getValue();
  }
}
