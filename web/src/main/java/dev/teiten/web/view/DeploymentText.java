package dev.teiten.web.view;

import dev.teiten.load.Cluster;
import dev.teiten.load.ClusterDeployment;
import dev.teiten.load.Instance;
import dev.teiten.load.InstanceDeployment;
import dev.teiten.load.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The deployment of a cluster outside Aurora, in words. */
public final class DeploymentText {
  private DeploymentText() {}

  /** Its name as AWS has it, for example {@code Multi-AZ}; empty for Aurora, and if unknown. */
  public static String name(Cluster cluster) {
    InstanceDeployment writer = ClusterDeployment.of(cluster).writer();
    return writer == null ? "" : writer.kind().priceListName();
  }

  /** Standbys, volume and read replicas; empty for Aurora, and if unknown. */
  public static String describe(Cluster cluster, PageTexts texts) {
    InstanceDeployment writer = ClusterDeployment.of(cluster).writer();
    if (writer == null) {
      return "";
    }
    List<String> parts = new ArrayList<>();
    parts.add(texts.get("deployment." + writer.kind().name().toLowerCase(Locale.ROOT)));
    if (writer.volumeType() != null) {
      parts.add(
          writer.iops() == null
              ? writer.volumeType()
              : texts.get(
                  "deployment.iops",
                  writer.volumeType(),
                  NumberFormats.count(writer.iops().doubleValue())));
    }
    long replicas = cluster.instances().stream().filter(DeploymentText::isReplica).count();
    if (replicas > 0) {
      parts.add(texts.get("deployment.replicas", String.valueOf(replicas)));
    }
    return String.join(" · ", parts);
  }

  private static boolean isReplica(Instance instance) {
    InstanceDeployment deployment = instance.deployment();
    return instance.role() == Role.READER && deployment != null && deployment.replicaOf() != null;
  }
}
