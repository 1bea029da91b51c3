package dev.teiten.size.price;

import dev.teiten.load.Cluster.StorageType;
import dev.teiten.load.Engine;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A row of a price list: what costs so much.
 *
 * @param instanceClass such as {@code db.r6g.large}, or {@code acu}, an Aurora capacity unit
 * @param engine the one engine that it holds for; null for both of Aurora's
 */
public record PriceRow(
    String instanceClass,
    String region,
    StorageType storage,
    @Nullable Engine engine,
    Price price) {

  public PriceRow {
    instanceClass = instanceClass.toLowerCase(Locale.ROOT);
    region = region.toLowerCase(Locale.ROOT);
  }

  /** As price files have it, {@code standard} or {@code io-optimized}. */
  public String storageName() {
    return storage.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** As price files have it; empty for both engines. */
  public String engineName() {
    return engine == null ? "" : engine.rdsName();
  }

  /** The part of the class before the size, such as {@code db.r6g}. */
  String family() {
    int dot = instanceClass.lastIndexOf('.');
    return dot < 0 ? instanceClass : instanceClass.substring(0, dot);
  }

  Key key() {
    return new Key(instanceClass, region, storage, engine);
  }

  /** What a price is of. */
  record Key(String instanceClass, String region, StorageType storage, @Nullable Engine engine) {
    Key of(@Nullable Engine other) {
      return new Key(instanceClass, region, storage, other);
    }
  }
}
