package dev.teiten.source.host;

import dev.teiten.source.sample.HostMeter;
import dev.teiten.source.sample.HostReading;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A host by Prometheus' node exporter, in the Prometheus text format.
 *
 * @see <a href="https://github.com/prometheus/node_exporter">Node exporter</a>
 */
public final class NodeExporterHost implements HostMeter {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"([^\"]*)\"");

  /** Modes in which a vCPU runs nothing of this host. */
  private static final Set<String> IDLE = Set.of("idle", "iowait", "steal");

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final URI address;

  /**
   * @param address of the metrics, such as {@code http://db1:9100/metrics}
   */
  public NodeExporterHost(URI address) {
    this.address = address;
  }

  @Override
  public Optional<HostReading> read() {
    HttpRequest request = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
    try {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      double seconds = System.nanoTime() / 1e9;
      return answer.statusCode() == 200 ? parse(answer.body(), seconds) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** Empty if the text has no CPU. */
  static Optional<HostReading> parse(String text, double seconds) {
    MetricSums sums = new MetricSums();
    try {
      text.lines().filter(line -> !line.startsWith("#")).forEach(sums::add);
      return sums.cpus.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new HostReading(
                  sums.busy,
                  sums.cpus.size(),
                  seconds,
                  sums.memoryTotal,
                  sums.memoryFree,
                  sums.memoryCached,
                  sums.received,
                  sums.sent));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The sums over the lines of a text. */
  private static final class MetricSums {
    private final Set<String> cpus = new HashSet<>();
    private double busy;
    private @Nullable Double memoryTotal;
    private @Nullable Double memoryFree;
    private @Nullable Double memoryCached;
    private @Nullable Double received;
    private @Nullable Double sent;

    void add(String line) {
      int end = line.indexOf('{') > 0 ? line.indexOf('{') : line.indexOf(' ');
      if (end < 0 || !line.startsWith("node_")) {
        return;
      }
      double value = Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
      switch (line.substring(0, end)) {
        case "node_cpu_seconds_total" -> {
          cpus.add(label(line, "cpu"));
          busy += IDLE.contains(label(line, "mode")) ? 0 : value;
        }
        case "node_memory_MemTotal_bytes" -> memoryTotal = value;
        case "node_memory_MemFree_bytes" -> memoryFree = value;
        case "node_memory_Cached_bytes" -> memoryCached = value;
        case "node_network_receive_bytes_total" -> received = sum(received, line, value);
        case "node_network_transmit_bytes_total" -> sent = sum(sent, line, value);
        default -> {}
      }
    }

    private static @Nullable Double sum(@Nullable Double sum, String line, double value) {
      boolean isLoopback = label(line, "device").equals("lo");
      return isLoopback ? sum : Double.valueOf((sum == null ? 0 : sum) + value);
    }

    private static String label(String line, String name) {
      Matcher labels = LABEL.matcher(line);
      while (labels.find()) {
        if (labels.group(1).equals(name)) {
          return labels.group(2);
        }
      }
      return "";
    }
  }
}
