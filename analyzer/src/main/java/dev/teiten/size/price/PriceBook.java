package dev.teiten.size.price;

import dev.teiten.load.Cluster;
import dev.teiten.load.Cluster.StorageType;
import dev.teiten.load.ContentHash;
import dev.teiten.load.DeploymentKind;
import dev.teiten.load.Engine;
import dev.teiten.load.InstanceDeployment;
import dev.teiten.load.TeitenException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * List prices of DB instances by class, region, storage type, engine and deployment. The bundled
 * book has a few families in us-east-1 only. Price files are laid over it, the last one on top. A
 * class that no layer states has no price.
 *
 * @see <a href="https://aws.amazon.com/rds/aurora/pricing/">Amazon Aurora pricing</a>
 * @see <a href="https://aws.amazon.com/rds/pricing/">Amazon RDS pricing</a>
 */
public final class PriceBook {
  private static final String FILE_NAME = "prices.csv";

  /** The topmost first. */
  private final List<Map<PriceRow.Key, PriceRow>> layers;

  private PriceBook(List<Map<PriceRow.Key, PriceRow>> layers) {
    this.layers = List.copyOf(layers);
  }

  /** The prices that Teiten ships. */
  public static PriceBook bundled() {
    try (InputStream in = Objects.requireNonNull(PriceBook.class.getResourceAsStream(FILE_NAME));
        Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      return new PriceBook(List.of(layer(PriceFile.read(reader, "the bundled price file"))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file in which {@code teiten prices --update} keeps the prices of an archive's clusters. */
  public static Path fileIn(Path archive) {
    return archive.resolve(FILE_NAME);
  }

  /** The bundled prices, and over them the prices that were fetched into the archive's folder. */
  public static PriceBook of(Path archive) {
    Path file = fileIn(archive);
    return Files.exists(file) ? bundled().with(file) : bundled();
  }

  /**
   * This book with a file laid over it; the file wins.
   *
   * @throws dev.teiten.load.SettingException if a row is wrong
   * @throws TeitenException if the file cannot be read
   */
  public PriceBook with(Path file) {
    List<Map<PriceRow.Key, PriceRow>> stack = new ArrayList<>();
    stack.add(layer(read(file)));
    stack.addAll(layers);
    return new PriceBook(stack);
  }

  /**
   * The rows of a price file.
   *
   * @throws dev.teiten.load.SettingException if a row is wrong
   * @throws TeitenException if the file cannot be read
   */
  public static List<PriceRow> read(Path file) {
    try (Reader reader = Files.newBufferedReader(file)) {
      return PriceFile.read(reader, file.toString());
    } catch (IOException e) {
      throw new TeitenException(
          "The price file " + file + " could not be read: " + e.getMessage(),
          "Give a readable CSV file in UTF-8, or leave the setting out.",
          e);
    }
  }

  private static Map<PriceRow.Key, PriceRow> layer(List<PriceRow> rows) {
    Map<PriceRow.Key, PriceRow> layer = new LinkedHashMap<>();
    rows.forEach(row -> layer.put(row.key(), row));
    return layer;
  }

  /** A hash of all prices; equal for books that give equal prices. */
  public String identity() {
    return ContentHash.of(
        layers.stream()
            .flatMap(layer -> Stream.concat(Stream.of("layer"), layer.values().stream()))
            .map(String::valueOf));
  }

  /** The price of one instance of Aurora; outside Aurora no price is that of every deployment. */
  public Optional<Price> find(
      @Nullable String instanceClass, String region, StorageType storage, @Nullable Engine engine) {
    return engine == null || engine.isAurora()
        ? find(instanceClass, region, storage, engine, null)
        : Optional.empty();
  }

  /**
   * The price of an instance of a cluster; empty if it has none, or if its deployment is not known.
   * A price that pays for several instances is shared among them.
   */
  public Optional<Price> find(
      @Nullable String instanceClass, Cluster cluster, @Nullable InstanceDeployment deployment) {
    if (cluster.engine().isAurora()) {
      return find(instanceClass, cluster.region(), cluster.storage(), cluster.engine(), null);
    }
    DeploymentKind kind = deployment == null ? null : deployment.kind();
    return kind == null
        ? Optional.empty()
        : find(instanceClass, cluster.region(), StorageType.STANDARD, cluster.engine(), kind)
            .map(price -> price.sharedBy(kind.pricedInstances()));
  }

  /** Within a layer, a row of one engine wins over a row of both. */
  private Optional<Price> find(
      @Nullable String instanceClass,
      String region,
      StorageType storage,
      @Nullable Engine engine,
      @Nullable DeploymentKind kind) {
    if (instanceClass == null) {
      return Optional.empty();
    }
    String name = instanceClass.toLowerCase(Locale.ROOT);
    String place = region.toLowerCase(Locale.ROOT);
    for (Map<PriceRow.Key, PriceRow> layer : layers) {
      PriceRow row = layer.get(new PriceRow.Key(name, place, storage, engine, kind));
      if (row == null) {
        row = layer.get(new PriceRow.Key(name, place, storage, null, kind));
      }
      if (row != null) {
        return Optional.of(row.price());
      }
    }
    return Optional.empty();
  }

  /** Every price in use, by region, storage, family and price, without the overlaid ones. */
  public List<PriceRow> rows() {
    List<PriceRow> used = new ArrayList<>();
    Set<PriceRow.Key> above = new HashSet<>();
    for (Map<PriceRow.Key, PriceRow> layer : layers) {
      layer.values().stream().filter(row -> !isOverlaid(row.key(), above)).forEach(used::add);
      above.addAll(layer.keySet());
    }
    used.sort(
        Comparator.comparing(PriceRow::region)
            .thenComparing(PriceRow::storage)
            .thenComparing(PriceRow::family)
            .thenComparing(row -> row.price().hourlyUsd())
            .thenComparing(PriceRow::engineName)
            .thenComparing(PriceRow::deploymentName));
    return used;
  }

  private static boolean isOverlaid(PriceRow.Key key, Set<PriceRow.Key> above) {
    return above.contains(key)
        || above.contains(key.of(null))
        || key.engine() == null
            && above.contains(key.of(Engine.AURORA_MYSQL))
            && above.contains(key.of(Engine.AURORA_POSTGRESQL));
  }
}
