package dev.teiten.source.host;

import dev.teiten.source.sample.HostMeter;
import dev.teiten.source.sample.HostReading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The host that Teiten itself runs on, by {@code /proc}. A container with a limit of its CPU
 * (cgroup v2) counts as a host of that size.
 *
 * @see <a href="https://man7.org/linux/man-pages/man5/proc_stat.5.html">proc_stat(5)</a>
 * @see <a href="https://docs.kernel.org/admin-guide/cgroup-v2.html">cgroup v2: cpu.max</a>
 */
public final class ProcHost implements HostMeter {
  /** Ticks of /proc/stat in a second; the same on every Linux that Java runs on. */
  private static final double TICKS = 100;

  private static final double KIB = 1_024;
  private static final double MICROS = 1e6;

  /** Columns of a line of /proc/stat behind its name. */
  private static final int IDLE = 3;

  private static final int IOWAIT = 4;
  private static final int STEAL = 7;

  private final Path root;
  private final DoubleSupplier seconds;

  /** The host of this process. */
  public ProcHost() {
    this(Path.of("/"), () -> System.nanoTime() / 1e9);
  }

  /**
   * @param root the folder that has {@code proc} and {@code sys}
   * @param seconds a clock that only runs forward
   */
  ProcHost(Path root, DoubleSupplier seconds) {
    this.root = root;
    this.seconds = seconds;
  }

  @Override
  public Optional<HostReading> read() {
    try {
      List<String> stat = Files.readAllLines(root.resolve("proc/stat"));
      double vcpus = stat.stream().filter(line -> line.matches("cpu\\d+ .*")).count();
      double busy = busy(stat.get(0)) / TICKS;
      double @Nullable [] limit = limit(vcpus);
      Map<String, Double> memory = memory();
      double[] network = network();
      return Optional.of(
          new HostReading(
              limit == null ? busy : limit[0],
              limit == null ? vcpus : limit[1],
              seconds.getAsDouble(),
              memory.get("MemTotal"),
              memory.get("MemFree"),
              memory.get("Cached"),
              network[0],
              network[1]));
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  /** Ticks in which a vCPU ran something: waiting for files and time stolen by others are none. */
  private static double busy(String line) {
    String[] ticks = line.strip().split("\\s+");
    double busy = 0;
    for (int i = 1; i <= STEAL && i < ticks.length; i++) {
      boolean ran = i - 1 != IDLE && i - 1 != IOWAIT && i - 1 != STEAL;
      busy += ran ? Double.parseDouble(ticks[i]) : 0;
    }
    return busy;
  }

  /** The busy seconds and vCPUs of a container with a limit; null without one. */
  private double @Nullable [] limit(double vcpus) throws IOException {
    Path max = root.resolve("sys/fs/cgroup/cpu.max");
    Path stat = root.resolve("sys/fs/cgroup/cpu.stat");
    if (!Files.isReadable(max) || !Files.isReadable(stat)) {
      return null;
    }
    String[] quota = Files.readString(max).strip().split("\\s+");
    if (quota.length != 2 || quota[0].equals("max")) {
      return null;
    }
    double limit = Double.parseDouble(quota[0]) / Double.parseDouble(quota[1]);
    for (String line : Files.readAllLines(stat)) {
      if (line.startsWith("usage_usec ") && limit < vcpus) {
        return new double[] {Double.parseDouble(line.substring(11).strip()) / MICROS, limit};
      }
    }
    return null;
  }

  private Map<String, Double> memory() throws IOException {
    Map<String, Double> memory = new HashMap<>();
    for (String line : Files.readAllLines(root.resolve("proc/meminfo"))) {
      String[] parts = line.split("[:\\s]+");
      if (parts.length == 3 && parts[2].equals("kB")) {
        memory.put(parts[0], Double.parseDouble(parts[1]) * KIB);
      }
    }
    return memory;
  }

  /** Bytes received and sent by every interface but the loopback. */
  private double[] network() throws IOException {
    double[] bytes = new double[2];
    for (String line : Files.readAllLines(root.resolve("proc/net/dev"))) {
      String[] parts = line.strip().split("[:\\s]+");
      if (line.contains(":") && parts.length > 9 && !parts[0].equals("lo")) {
        bytes[0] += Double.parseDouble(parts[1]);
        bytes[1] += Double.parseDouble(parts[9]);
      }
    }
    return bytes;
  }
}
