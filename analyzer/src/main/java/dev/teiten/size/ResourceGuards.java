package dev.teiten.size;

import dev.teiten.load.Engine;
import dev.teiten.size.SizingAdvice.Guard;
import dev.teiten.size.SizingAdvice.Guard.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What stands against a capacity besides the CPU. A missing counter makes a guard UNKNOWN: the
 * absence of evidence is no evidence.
 */
final class ResourceGuards {
  /** Of {@code max_connections}. */
  private static final double MAX_CONNECTION_SHARE = 0.7;

  /** Of the guaranteed bandwidth. */
  private static final double MAX_BANDWIDTH_SHARE = 0.6;

  private static final double PAGE_BYTES = 16 * 1024;

  private final SizingModel model;
  private final PredictionBasis basis;
  private final Engine engine;
  private final MemoryGuard memory;
  private final Map<ClusterShape, List<Guard>> known = new ConcurrentHashMap<>();

  ResourceGuards(SizingModel model, PredictionBasis basis) {
    this.model = model;
    this.basis = basis;
    this.engine = model.load().cluster().engine();
    this.memory = new MemoryGuard(model.peaks(), basis.today());
  }

  /** What does not depend on the fixes: all but cpu, availability and data. */
  List<Guard> of(ClusterShape shape) {
    return known.computeIfAbsent(shape, this::check);
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
    CounterExtremes.Flow readers = model.peaks().readers();
    Double onWriter = model.peaks().writer().connections();
    Double onReader = perReader(shape, readers.connections(), shape.readers());
    Double afterLoss = perReader(shape, readers.connections(), left(shape));
    if (onWriter == null || onReader == null || afterLoss == null) {
      return unknown("connections", SizingText.NO_CONNECTIONS);
    }
    int ofWriter = MaxConnections.of(shape.writer(), engine);
    int ofReader = MaxConnections.of(shape.readerOrWriter(), engine);
    boolean pass =
        onWriter <= MAX_CONNECTION_SHARE * ofWriter
            && onReader <= MAX_CONNECTION_SHARE * ofReader
            && afterLoss <= ofReader;
    return guard(
        "connections",
        pass,
        SizingText.CONNECTIONS,
        onWriter,
        ofWriter,
        onReader,
        ofReader,
        afterLoss,
        100 * MAX_CONNECTION_SHARE);
  }

  private int left(ClusterShape shape) {
    return Math.max(1, shape.readers() - FailureImpact.lostReaders(shape, basis.zones()));
  }

  /** What the busiest of {@code left} readers carries of {@code together}. */
  private @Nullable Double perReader(ClusterShape shape, @Nullable Double together, int left) {
    if (shape.readers() == 0) {
      return 0.0;
    }
    return together == null || basis.readers().number() == 0
        ? null
        : Double.valueOf(basis.readers().imbalance() * together / left);
  }

  private Guard network(ClusterShape shape) {
    return bandwidth(
        "network",
        shape,
        model.peaks().writer().networkBytesPerSecond(),
        model.peaks().readers().networkBytesPerSecond(),
        SizingText.NO_NETWORK);
  }

  private Guard storage(ClusterShape shape) {
    return bandwidth(
        "storage",
        shape,
        bytes(model.peaks().writer().pageReadsPerSecond()),
        bytes(model.peaks().readers().pageReadsPerSecond()),
        SizingText.NO_PAGE_READS);
  }

  private static @Nullable Double bytes(@Nullable Double pages) {
    return pages == null ? null : Double.valueOf(pages * PAGE_BYTES);
  }

  private Guard bandwidth(
      String name,
      ClusterShape shape,
      @Nullable Double writer,
      @Nullable Double readers,
      SizingText missing) {
    Double reader = perReader(shape, readers, shape.readers());
    Double ofWriter = GuaranteedBandwidth.bytesPerSecond(shape.writer()).orElse(null);
    Double ofReader = GuaranteedBandwidth.bytesPerSecond(shape.readerOrWriter()).orElse(null);
    if (writer == null || reader == null) {
      return unknown(name, missing);
    }
    if (ofWriter == null || ofReader == null) {
      return unknown(name, SizingText.NO_BANDWIDTH);
    }
    double share = Math.max(writer / ofWriter, reader / ofReader);
    return guard(
        name,
        share <= MAX_BANDWIDTH_SHARE,
        GuaranteedBandwidth.stated(shape) ? SizingText.BANDWIDTH : SizingText.BANDWIDTH_AT_LEAST,
        writer / 1e6,
        reader / 1e6,
        100 * share,
        100 * MAX_BANDWIDTH_SHARE);
  }

  private static Guard burstable(ClusterShape shape) {
    boolean burstable = shape.writer().burstable() || shape.readerOrWriter().burstable();
    return guard(
        "burstable", !burstable, burstable ? SizingText.BURSTABLE : SizingText.NOT_BURSTABLE);
  }

  private Guard writer(ClusterShape shape) {
    boolean smaller = shape.readerOrWriter().vcpus() < shape.writer().vcpus();
    if (!smaller) {
      return guard("writer", true, SizingText.EQUAL_READERS);
    }
    return guard(
        "writer",
        model.members().smallerReadersAllowed(),
        model.members().smallerReadersAllowed()
            ? SizingText.SMALLER_READERS
            : SizingText.PREFERRED_READERS);
  }

  static Guard unknown(String name, SizingText detail, Object... values) {
    return new Guard(name, State.UNKNOWN, detail.of(values));
  }

  static Guard guard(String name, boolean pass, SizingText detail, Object... values) {
    return new Guard(name, pass ? State.PASS : State.FAIL, detail.of(values));
  }
}
