package dev.teiten.cli;

import dev.teiten.cpu.InstanceClasses;
import dev.teiten.load.SettingException;
import dev.teiten.source.host.NodeExporterHost;
import dev.teiten.source.host.ProcHost;
import dev.teiten.source.sample.HostMeter;
import dev.teiten.source.sample.HostReading;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say what the host of a sampled server is. */
final class HostOptions {
  private static final String EXPORTER = "node-exporter=";
  private static final int MOST_VCPUS = 1_024;

  @Option(
      names = "--host-cpu",
      paramLabel = "FROM",
      description =
          "Where the host's CPU is read: proc (this machine), or node-exporter=URL, such as"
              + " node-exporter=http://db1:9100/metrics.")
  @Nullable String hostCpu;

  @Option(
      names = "--class",
      paramLabel = "CLASS",
      description = "The class of the host, such as db.r6g.xlarge.")
  @Nullable String instanceClass;

  @Option(
      names = "--vcpus",
      paramLabel = "N",
      description = "The vCPUs of the host, where it is of no class.")
  @Nullable Integer vcpus;

  /**
   * @throws SettingException if the option names no host
   */
  HostMeter meter() {
    if (hostCpu == null) {
      return HostMeter.NONE;
    }
    if (hostCpu.equals("proc")) {
      return new ProcHost();
    }
    if (hostCpu.startsWith(EXPORTER + "http")) {
      return new NodeExporterHost(URI.create(hostCpu.substring(EXPORTER.length())));
    }
    throw new SettingException(
        "--host-cpu " + hostCpu + " is no source of the host's CPU",
        "Write proc, or node-exporter=http://host:9100/metrics.");
  }

  /**
   * The class of the host: the one that was named, or one of so many vCPUs; null if neither is
   * known.
   *
   * @throws SettingException if there is no such class
   */
  @Nullable String instanceClass(HostMeter meter) {
    if (instanceClass != null) {
      return InstanceClasses.find(instanceClass)
          .orElseThrow(
              () ->
                  new SettingException(
                      "--class " + instanceClass + " is in no catalogue",
                      "Name a class of RDS, or the number of vCPUs by --vcpus."))
          .name();
    }
    if (vcpus != null) {
      if (vcpus < 1 || vcpus > MOST_VCPUS) {
        throw new SettingException("--vcpus " + vcpus + " is out of range", "1 to 1024.");
      }
      return InstanceClasses.ofVcpus(vcpus);
    }
    return meter
        .read()
        .map(HostReading::vcpus)
        .map(number -> InstanceClasses.ofVcpus((int) Math.ceil(number)))
        .orElse(null);
  }
}
