package dev.teiten.size.guard;

import dev.teiten.load.Cluster;
import dev.teiten.load.ClusterDeployment;
import dev.teiten.load.Engine;
import dev.teiten.size.guard.CounterExtremes.Flow;
import dev.teiten.size.predict.ClusterShape;
import dev.teiten.size.predict.PredictionBasis;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The guards that depend on the capacity alone and not on the demand: memory, connections, network,
 * storage, burstable and writer. A missing counter makes a guard UNKNOWN, since the absence of
 * evidence is no evidence.
 */
public final class ResourceGuards {
  /** Limit of the connections in use, as a share of {@code max_connections}. */
  private static final double MAX_CONNECTION_SHARE = 0.7;

  /** Limit of the traffic, as a share of the guaranteed bandwidth. */
  private static final double MAX_BANDWIDTH_SHARE = 0.6;

  /** Size of an InnoDB page, and of a block of PostgreSQL. */
  private static final double INNODB_PAGE_BYTES = 16 * 1024;

  private static final double POSTGRESQL_BLOCK_BYTES = 8 * 1024;

  private final Engine engine;
  private final ClusterDeployment deployment;
  private final VolumeGuard volumes;
  private final CounterExtremes extremes;
  private final PredictionBasis basis;
  private final boolean smallerReadersAllowed;
  private final ToDoubleFunction<ClusterShape> meanReaders;
  private final MemoryGuard memory;
  private final Map<ClusterShape, List<Guard>> guardsByShape = new ConcurrentHashMap<>();

  /**
   * @param smallerReadersAllowed whether readers may be smaller than the writer
   * @param meanReaders the mean number of readers that a capacity would run
   */
  public ResourceGuards(
      Cluster cluster,
      CounterExtremes extremes,
      PredictionBasis basis,
      boolean smallerReadersAllowed,
      ToDoubleFunction<ClusterShape> meanReaders) {
    this.engine = cluster.engine();
    this.deployment = ClusterDeployment.of(cluster);
    this.volumes = new VolumeGuard(deployment, basis.today());
    this.extremes = extremes;
    this.basis = basis;
    this.smallerReadersAllowed = smallerReadersAllowed;
    this.meanReaders = meanReaders;
    this.memory = new MemoryGuard(extremes, basis.today(), engine);
  }

  /** The guards of a capacity, in the order of {@link GuardName}. */
  public List<Guard> of(ClusterShape shape) {
    return guardsByShape.computeIfAbsent(shape, this::check);
  }

  private List<Guard> check(ClusterShape shape) {
    List<Guard> guards = new ArrayList<>();
    guards.add(memory.check(shape));
    guards.add(connections(shape));
    guards.add(network(shape));
    guards.add(storage(shape));
    guards.add(burstable(shape));
    guards.add(writer(shape));
    return List.copyOf(guards);
  }

  private Guard connections(ClusterShape shape) {
    Double onWriter = extremes.writer().connections();
    Double onReader = perReader(shape, Flow::connections, 0);
    Double afterLoss =
        perReader(
            shape, Flow::connections, ClusterShape.lostReaders(shape.readers(), basis.zones()));
    if (onWriter == null || onReader == null || afterLoss == null) {
      return Guard.unknown(GuardName.CONNECTIONS, GuardText.NO_CONNECTIONS);
    }
    ClusterShape today = basis.today();
    Double stated = extremes.writer().maxConnections();
    Double ofReaders = today.readers() == 0 ? stated : extremes.readers().maxConnections();
    int writerLimit = MaxConnections.of(shape.writer(), today.writer(), engine, stated);
    int readerLimit =
        MaxConnections.of(shape.readerOrWriter(), today.readerOrWriter(), engine, ofReaders);
    boolean pass =
        onWriter <= MAX_CONNECTION_SHARE * writerLimit
            && onReader <= MAX_CONNECTION_SHARE * readerLimit
            && afterLoss <= readerLimit;
    return Guard.of(
        GuardName.CONNECTIONS,
        pass,
        stated == null ? GuardText.CONNECTIONS : GuardText.CONNECTIONS_STATED,
        onWriter,
        writerLimit,
        onReader,
        readerLimit,
        afterLoss,
        100 * MAX_CONNECTION_SHARE);
  }

  /**
   * The traffic of the busiest reader.
   *
   * @param lost readers
   */
  private @Nullable Double perReader(
      ClusterShape shape, Function<Flow, @Nullable Double> flow, int lost) {
    int readers = shape.readers();
    Double together = flow.apply(extremes.readers());
    if (readers == 0) {
      return 0.0;
    } else if (together == null || basis.readers().number() == 0) {
      return null;
    }
    Double mean =
        shape.scaling() == null
            ? Double.valueOf(together / readers)
            : scaledMean(shape, flow, together);
    double left = (double) Math.max(1, readers - lost) / readers;
    return mean == null ? null : Double.valueOf(basis.readers().imbalance() * mean / left);
  }

  /**
   * The flow of the mean reader on the readers that ran, as it would be on those that would run.
   */
  private @Nullable Double scaledMean(
      ClusterShape shape, Function<Flow, @Nullable Double> flow, double together) {
    Flow seen = extremes.meanReader();
    Double meanReader =
        seen == null ? Double.valueOf(together / basis.today().readers()) : flow.apply(seen);
    if (meanReader == null) {
      return null;
    }
    double fewer = meanReaders.applyAsDouble(basis.today()) / meanReaders.applyAsDouble(shape);
    return Math.max(together / shape.mostReaders(), fewer * meanReader);
  }

  private Guard network(ClusterShape shape) {
    return bandwidth(GuardName.NETWORK, shape, Flow::networkBytesPerSecond, GuardText.NO_NETWORK);
  }

  private Guard storage(ClusterShape shape) {
    if (!deployment.aurora()) {
      Double reader = perReader(shape, Flow::pageReadsPerSecond, 0);
      return volumes.check(shape, extremes.writer().pageReadsPerSecond(), reader);
    }
    return bandwidth(
        GuardName.STORAGE,
        shape,
        flow -> bytes(flow.pageReadsPerSecond()),
        GuardText.NO_PAGE_READS);
  }

  private @Nullable Double bytes(@Nullable Double pages) {
    double page = engine.isPostgresql() ? POSTGRESQL_BLOCK_BYTES : INNODB_PAGE_BYTES;
    return pages == null ? null : Double.valueOf(page * pages);
  }

  private Guard bandwidth(
      GuardName name,
      ClusterShape shape,
      Function<Flow, @Nullable Double> flow,
      GuardText missing) {
    Double writer = flow.apply(extremes.writer());
    Double reader = perReader(shape, flow, 0);
    Double writerLimit = GuaranteedBandwidth.bytesPerSecond(shape.writer()).orElse(null);
    Double readerLimit = GuaranteedBandwidth.bytesPerSecond(shape.readerOrWriter()).orElse(null);
    if (writer == null || reader == null) {
      return Guard.unknown(name, missing);
    }
    if (writerLimit == null || readerLimit == null) {
      return Guard.unknown(name, GuardText.NO_BANDWIDTH);
    }
    double share = Math.max(writer / writerLimit, reader / readerLimit);
    return Guard.of(
        name,
        share <= MAX_BANDWIDTH_SHARE,
        GuaranteedBandwidth.stated(shape) ? GuardText.BANDWIDTH : GuardText.BANDWIDTH_AT_LEAST,
        writer / 1e6,
        reader / 1e6,
        100 * share,
        100 * MAX_BANDWIDTH_SHARE);
  }

  /** The availability of a cluster without readers. */
  Guard withoutReaders() {
    GuardText text =
        deployment.aurora()
            ? GuardText.ONE_INSTANCE
            : deployment.hasStandby() ? GuardText.STANDBY : GuardText.NO_STANDBY;
    return Guard.of(GuardName.AVAILABILITY, true, text);
  }

  /** Whether a reader takes over for the writer by itself. */
  boolean promotesReaders() {
    return deployment.promotesReaders();
  }

  private static Guard burstable(ClusterShape shape) {
    boolean burstable = shape.writer().burstable() || shape.readerOrWriter().burstable();
    return Guard.of(
        GuardName.BURSTABLE, !burstable, burstable ? GuardText.BURSTABLE : GuardText.NOT_BURSTABLE);
  }

  private Guard writer(ClusterShape shape) {
    if (shape.readerOrWriter().vcpus() >= shape.writer().vcpus()) {
      return Guard.of(GuardName.WRITER, true, GuardText.EQUAL_READERS);
    }
    return Guard.of(
        GuardName.WRITER,
        smallerReadersAllowed,
        smallerReadersAllowed ? GuardText.SMALLER_READERS : GuardText.PREFERRED_READERS);
  }
}
