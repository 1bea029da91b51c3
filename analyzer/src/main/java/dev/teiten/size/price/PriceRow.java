package dev.teiten.size.price;

import dev.teiten.load.Cluster.StorageType;
import dev.teiten.load.DeploymentKind;
import dev.teiten.load.Engine;
import dev.teiten.load.Instance;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A row of a price list.
 *
 * @param instanceClass for example {@code db.r6g.large}; {@code acu} is an Aurora capacity unit,
 *     the price of {@code db.serverless}
 * @param engine the engine of the price; null for both Aurora engines
 * @param deployment null for Aurora, which has one price for all of them
 */
public record PriceRow(
    String instanceClass,
    String region,
    StorageType storage,
    @Nullable Engine engine,
    @Nullable DeploymentKind deployment,
    Price price) {
  /** The name that a price file has for one capacity unit of Serverless v2. */
  public static final String CAPACITY_UNIT = "acu";

  public PriceRow {
    if (deployment != null && engine == null) {
      throw new IllegalArgumentException("a price outside Aurora is one of an engine");
    }
    instanceClass = priced(instanceClass);
    region = region.toLowerCase(Locale.ROOT);
  }

  /** A price of Aurora. */
  public PriceRow(
      String instanceClass,
      String region,
      StorageType storage,
      @Nullable Engine engine,
      Price price) {
    this(instanceClass, region, storage, engine, null, price);
  }

  /** The name under which a class is priced: Serverless v2 by its units. */
  public static String priced(String instanceClass) {
    return Instance.isServerless(instanceClass)
        ? CAPACITY_UNIT
        : instanceClass.toLowerCase(Locale.ROOT);
  }

  /** The deployment as price files write it, such as {@code multi-az}; empty for Aurora. */
  public String deploymentName() {
    return deployment == null ? "" : deployment.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The storage as price files write it, {@code standard} or {@code io-optimized}. */
  public String storageName() {
    return storage.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The engine as price files write it; empty for both engines. */
  public String engineName() {
    return engine == null ? "" : engine.rdsName();
  }

  /** The class without its size, for example {@code db.r6g}. */
  String family() {
    int dot = instanceClass.lastIndexOf('.');
    return dot < 0 ? instanceClass : instanceClass.substring(0, dot);
  }

  Key key() {
    return new Key(instanceClass, region, storage, engine, deployment);
  }

  /** The thing that a price is for. */
  record Key(
      String instanceClass,
      String region,
      StorageType storage,
      @Nullable Engine engine,
      @Nullable DeploymentKind deployment) {
    Key of(@Nullable Engine other) {
      return new Key(instanceClass, region, storage, other, deployment);
    }
  }
}
