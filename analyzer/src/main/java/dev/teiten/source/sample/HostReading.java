package dev.teiten.source.sample;

import dev.teiten.load.InstanceCounter;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The host of a server at one moment. Times and bytes are counted from an unknown start.
 *
 * @param cpuSeconds the sum over all vCPUs of the seconds that they were busy
 * @param vcpus the vCPUs that the server may use, above 0; a limit may leave a part of one
 * @param atSeconds the moment by a clock that only runs forward
 * @param memoryTotal bytes; null if unknown
 * @param memoryFree bytes without caches; null if unknown
 * @param memoryCached bytes of the page cache; null if unknown
 * @param received bytes that came by network; null if unknown
 * @param sent bytes that went by network; null if unknown
 */
public record HostReading(
    double cpuSeconds,
    double vcpus,
    double atSeconds,
    @Nullable Double memoryTotal,
    @Nullable Double memoryFree,
    @Nullable Double memoryCached,
    @Nullable Double received,
    @Nullable Double sent) {

  public HostReading {
    if (!(cpuSeconds >= 0) || !(vcpus > 0)) {
      throw new IllegalArgumentException(cpuSeconds + " s on " + vcpus + " vCPUs");
    }
  }

  /** The counters since an earlier reading; none if the host restarted in between. */
  public Map<InstanceCounter, Double> since(HostReading earlier) {
    Map<InstanceCounter, Double> counters = new EnumMap<>(InstanceCounter.class);
    double seconds = atSeconds - earlier.atSeconds;
    double busy = cpuSeconds - earlier.cpuSeconds;
    if (seconds <= 0 || busy < 0) {
      return counters;
    }
    counters.put(InstanceCounter.CPU_UTILISATION, Math.min(1, busy / seconds / vcpus));
    counters.put(InstanceCounter.VCPUS, vcpus);
    put(counters, InstanceCounter.MEMORY_TOTAL_BYTES, memoryTotal);
    put(counters, InstanceCounter.MEMORY_FREE_BYTES, memoryFree);
    put(counters, InstanceCounter.MEMORY_CACHED_BYTES, memoryCached);
    put(
        counters,
        InstanceCounter.NETWORK_RECEIVED_BYTES_PER_SECOND,
        rate(received, earlier.received, seconds));
    put(counters, InstanceCounter.NETWORK_SENT_BYTES_PER_SECOND, rate(sent, earlier.sent, seconds));
    return counters;
  }

  private static @Nullable Double rate(
      @Nullable Double now, @Nullable Double before, double seconds) {
    return now == null || before == null || now < before ? null : (now - before) / seconds;
  }

  private static void put(
      Map<InstanceCounter, Double> counters, InstanceCounter counter, @Nullable Double value) {
    if (value != null) {
      counters.put(counter, value);
    }
  }
}
