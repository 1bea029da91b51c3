package dev.teiten.size.price;

import dev.teiten.load.Cluster.StorageType;
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
 */
public record PriceRow(
    String instanceClass,
    String region,
    StorageType storage,
    @Nullable Engine engine,
    Price price) {
  /** The name that a price file has for one capacity unit of Serverless v2. */
  public static final String CAPACITY_UNIT = "acu";

  public PriceRow {
    instanceClass = priced(instanceClass);
    region = region.toLowerCase(Locale.ROOT);
  }

  /** The name under which a class is priced: Serverless v2 by its units. */
  public static String priced(String instanceClass) {
    return Instance.isServerless(instanceClass)
        ? CAPACITY_UNIT
        : instanceClass.toLowerCase(Locale.ROOT);
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
    return new Key(instanceClass, region, storage, engine);
  }

  /** The thing that a price is for. */
  record Key(String instanceClass, String region, StorageType storage, @Nullable Engine engine) {
    Key of(@Nullable Engine other) {
      return new Key(instanceClass, region, storage, other);
    }
  }
}
