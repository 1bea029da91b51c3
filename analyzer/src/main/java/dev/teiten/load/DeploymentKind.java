package dev.teiten.load;

import java.util.Arrays;
import java.util.Optional;

/**
 * How many copies of a database RDS runs outside Aurora, and which of them answer.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.MultiAZ.html">Multi-AZ
 *     deployments of Amazon RDS</a>
 */
public enum DeploymentKind {
  /** One copy. Nothing takes over after a loss. */
  SINGLE_AZ("Single-AZ", 1),
  /** A standby in another zone, which takes over and serves nothing until then. */
  MULTI_AZ("Multi-AZ", 1),
  /** A writer and two readers in three zones; never more or fewer. */
  MULTI_AZ_CLUSTER("Multi-AZ (readable standbys)", 3);

  private final String priceListName;
  private final int pricedInstances;

  DeploymentKind(String priceListName, int pricedInstances) {
    this.priceListName = priceListName;
    this.pricedInstances = pricedInstances;
  }

  /** The kind with that {@code deploymentOption} of the Price List. */
  public static Optional<DeploymentKind> inPriceList(String deploymentOption) {
    return Arrays.stream(values())
        .filter(kind -> kind.priceListName.equals(deploymentOption))
        .findFirst();
  }

  /** The {@code deploymentOption} of the Price List, which is also AWS's name in text. */
  public String priceListName() {
    return priceListName;
  }

  /** The number of listed instances that one price of the Price List pays for. */
  public int pricedInstances() {
    return pricedInstances;
  }
}
