package dev.teiten.source.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.teiten.load.InstanceCounter;
import dev.teiten.source.sample.HostReading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hosts as Linux and the node exporter print them. */
class HostMeterTest {
  @TempDir Path root;
  private double now;

  private void write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  /** Two vCPUs that were busy so many ticks, with waiting, stolen and idle ones beside them. */
  private HostReading proc(int busyTicks, double seconds) throws IOException {
    write(
        "proc/stat",
        "cpu  "
            + (busyTicks - 30)
            + " 5 10 9000 700 5 10 400 0 0\ncpu0 1 0 0 0 0 0 0 0 0 0\ncpu1 1 0 0 0 0 0 0 0 0 0\nintr 5\n");
    write("proc/meminfo", "MemTotal:  1024 kB\nMemFree:  256 kB\nCached:  128 kB\nHugePages: 0\n");
    write(
        "proc/net/dev",
        "Inter-| Receive | Transmit\n face |bytes\n"
            + "    lo: 999 1 0 0 0 0 0 0 999 1 0 0 0 0 0 0\n"
            + "  eth0:"
            + (long) (seconds * 100)
            + " 1 0 0 0 0 0 0 7 1 0 0 0 0 0 0\n");
    now = seconds;
    return new ProcHost(root, () -> now).read().orElseThrow();
  }

  @Test
  void linuxTellsBusyTicksOfAllItsVcpus() throws IOException {
    HostReading first = proc(1_000, 10);
    Map<InstanceCounter, Double> counters = proc(7_000, 70).since(first);

    // 60 busy seconds in a minute of two vCPUs.
    assertThat(counters.get(InstanceCounter.CPU_UTILISATION)).isCloseTo(0.5, within(1e-9));
    assertThat(counters)
        .containsEntry(InstanceCounter.VCPUS, 2.0)
        .containsEntry(InstanceCounter.MEMORY_TOTAL_BYTES, 1_048_576.0)
        .containsEntry(InstanceCounter.NETWORK_RECEIVED_BYTES_PER_SECOND, 100.0)
        .containsEntry(InstanceCounter.NETWORK_SENT_BYTES_PER_SECOND, 0.0);
  }

  @Test
  void aContainerWithALimitIsAHostOfThatSize() throws IOException {
    write("sys/fs/cgroup/cpu.max", "50000 100000\n");
    write("sys/fs/cgroup/cpu.stat", "usage_usec 4000000\nuser_usec 1\n");
    HostReading first = proc(1_000, 10);
    write("sys/fs/cgroup/cpu.stat", "usage_usec 10000000\nuser_usec 1\n");
    Map<InstanceCounter, Double> counters = proc(7_000, 70).since(first);

    assertThat(counters.get(InstanceCounter.CPU_UTILISATION)).isCloseTo(0.2, within(1e-9));
    assertThat(counters).containsEntry(InstanceCounter.VCPUS, 0.5);

    write("sys/fs/cgroup/cpu.max", "max 100000\n");
    assertThat(proc(1_000, 80).vcpus()).isEqualTo(2);
  }

  @Test
  void theExporterTellsTheSame() {
    String text =
        """
        # HELP node_cpu_seconds_total Seconds the CPUs spent in each mode.
        node_cpu_seconds_total{cpu="0",mode="idle"} 5000
        node_cpu_seconds_total{cpu="0",mode="user"} %s
        node_cpu_seconds_total{cpu="1",mode="iowait"} 44
        node_cpu_seconds_total{cpu="1",mode="system"} 20
        node_memory_MemTotal_bytes 1.048576e+06
        node_network_receive_bytes_total{device="lo"} 5e+09
        node_network_receive_bytes_total{device="eth0"} 600
        """;
    HostReading first = NodeExporterHost.parse(text.formatted("100"), 0).orElseThrow();
    Map<InstanceCounter, Double> counters =
        NodeExporterHost.parse(text.formatted("130"), 60).orElseThrow().since(first);

    assertThat(counters.get(InstanceCounter.CPU_UTILISATION)).isCloseTo(0.25, within(1e-9));
    assertThat(counters)
        .containsEntry(InstanceCounter.VCPUS, 2.0)
        .containsEntry(InstanceCounter.MEMORY_TOTAL_BYTES, 1_048_576.0)
        .doesNotContainKey(InstanceCounter.MEMORY_FREE_BYTES);
    assertThat(NodeExporterHost.parse("# nothing\n", 1)).isEmpty();
    assertThat(NodeExporterHost.parse("<html>", 1)).isEmpty();
  }

  @Test
  void aHostThatRestartedTellsNothing() throws IOException {
    HostReading first = proc(9_000, 10);
    assertThat(proc(1_000, 70).since(first)).isEmpty();
  }
}
