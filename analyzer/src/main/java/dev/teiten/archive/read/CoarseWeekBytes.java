package dev.teiten.archive.read;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.teiten.load.DigestDayHours;
import dev.teiten.load.DigestHourTable;
import dev.teiten.load.DigestLoad;
import dev.teiten.load.DigestStatistic;
import dev.teiten.load.WaitEvent;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.CRC32;

/**
 * A {@link CoarseWeek} as bytes: a checksum of all that follows, the version, the files that it was
 * made from, the minutes as floats, the days, and the hours as floats.
 */
final class CoarseWeekBytes {
  /** To be raised whenever the content of a coarse week or its layout changes. */
  private static final int VERSION = 3;

  /** Part of the checksum, so that a file of zeros or of another kind does not match by chance. */
  private static final byte[] NAME = "teiten week".getBytes(UTF_8);

  private CoarseWeekBytes() {}

  static byte[] of(CoarseWeek week, String sources) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(VERSION);
      text(out, sources);
      minutes(out, week.totals());
      minutes(out, week.cpu());
      out.writeInt(week.days().size());
      for (DigestLoad day : week.days()) {
        out.writeLong(day.from().getEpochSecond());
        text(out, day.digest());
        out.writeDouble(day.loadAas());
        numbers(out, day.waits(), WaitEvent::name);
        numbers(out, day.statistics(), DigestStatistic::name);
      }
      hours(out, week.hours());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    byte[] body = bytes.toByteArray();
    return ByteBuffer.allocate(Long.BYTES + body.length)
        .putLong(checksum(ByteBuffer.wrap(body)))
        .put(body)
        .array();
  }

  private static void hours(DataOutputStream out, DigestHourTable hours) throws IOException {
    out.writeInt(hours.limitAas().length);
    for (double limit : hours.limitAas()) {
      out.writeDouble(limit);
    }
    out.writeInt(hours.days().size());
    for (DigestDayHours day : hours.days()) {
      out.writeLong(day.from().getEpochSecond());
      text(out, day.digest());
      floats(out, day.loadAas());
      floats(out, day.callsPerSecond());
      out.writeDouble(day.unlistedAas());
    }
  }

  private static void text(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static void minutes(DataOutputStream out, Map<String, double[]> series)
      throws IOException {
    out.writeInt(series.size());
    for (Map.Entry<String, double[]> instance : series.entrySet()) {
      text(out, instance.getKey());
      floats(out, instance.getValue());
    }
  }

  private static void floats(DataOutputStream out, double[] values) throws IOException {
    out.writeInt(values.length);
    for (double value : values) {
      out.writeFloat((float) value);
    }
  }

  private static <K> void numbers(
      DataOutputStream out, Map<K, Double> numbers, Function<K, String> name) throws IOException {
    out.writeInt(numbers.size());
    for (Map.Entry<K, Double> number : numbers.entrySet()) {
      text(out, name.apply(number.getKey()));
      out.writeDouble(number.getValue());
    }
  }

  /** The week; empty if the bytes are damaged, of another version or made from other files. */
  static Optional<CoarseWeek> read(byte[] bytes, String sources) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    if (in.remaining() < Long.BYTES
        || in.getLong() != checksum(in.slice())
        || in.getInt() != VERSION
        || !text(in).equals(sources)) {
      return Optional.empty();
    }
    Map<String, double[]> totals = minutes(in);
    Map<String, double[]> cpu = minutes(in);
    List<DigestLoad> days = new ArrayList<>();
    for (int left = in.getInt(); left > 0; left--) {
      days.add(
          new DigestLoad(
              Instant.ofEpochSecond(in.getLong()),
              text(in),
              in.getDouble(),
              numbers(in, WaitEvent::new),
              numbers(in, DigestStatistic::valueOf)));
    }
    return Optional.of(new CoarseWeek(totals, cpu, days, hours(in)));
  }

  private static DigestHourTable hours(ByteBuffer in) {
    double[] limits = new double[in.getInt()];
    for (int i = 0; i < limits.length; i++) {
      limits[i] = in.getDouble();
    }
    List<DigestDayHours> days = new ArrayList<>();
    for (int left = in.getInt(); left > 0; left--) {
      days.add(
          new DigestDayHours(
              Instant.ofEpochSecond(in.getLong()),
              text(in),
              floats(in),
              floats(in),
              in.getDouble()));
    }
    return new DigestHourTable(days, limits);
  }

  private static double[] floats(ByteBuffer in) {
    double[] values = new double[in.getInt()];
    for (int i = 0; i < values.length; i++) {
      values[i] = in.getFloat();
    }
    return values;
  }

  private static String text(ByteBuffer in) {
    byte[] bytes = new byte[in.getInt()];
    in.get(bytes);
    return new String(bytes, UTF_8);
  }

  private static Map<String, double[]> minutes(ByteBuffer in) {
    Map<String, double[]> series = new HashMap<>();
    for (int left = in.getInt(); left > 0; left--) {
      series.put(text(in), floats(in));
    }
    return series;
  }

  private static <K> Map<K, Double> numbers(ByteBuffer in, Function<String, K> key) {
    Map<K, Double> numbers = new HashMap<>();
    for (int left = in.getInt(); left > 0; left--) {
      numbers.put(key.apply(text(in)), in.getDouble());
    }
    return numbers;
  }

  private static long checksum(ByteBuffer bytes) {
    CRC32 sum = new CRC32();
    sum.update(NAME);
    sum.update(bytes);
    return sum.getValue();
  }
}
