package dev.teiten.collect;

import dev.teiten.source.SourceException;
import dev.teiten.source.SourceException.Reason;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The state of a running collect: whether it continues, and its failures. */
final class CollectRun {
  private static final Logger LOG = LoggerFactory.getLogger(CollectRun.class);

  private final BooleanSupplier stopping;
  private final Runnable stop;
  private final Queue<SourceException> failures = new ConcurrentLinkedQueue<>();
  private final Queue<SourceException> forgone = new ConcurrentLinkedQueue<>();

  CollectRun(BooleanSupplier stopping, Runnable stop) {
    this.stopping = stopping;
    this.stop = stop;
  }

  boolean isStopping() {
    return stopping.getAsBoolean();
  }

  /** Notes a failure. Refused credentials end the collect, since every request would fail. */
  synchronized void failed(SourceException e) {
    LOG.debug("not collected", e);
    if (e.reason() != Reason.CREDENTIALS) {
      failures.add(e);
    } else if (failures.stream().noneMatch(f -> f.reason() == Reason.CREDENTIALS)) {
      failures.add(e);
      stop.run();
    }
  }

  List<SourceException> failures() {
    return List.copyOf(failures);
  }

  /** Notes an optional part that is missing; the collect does not fail for it. */
  void forgone(SourceException e) {
    LOG.debug("optional part missing", e);
    if (e.reason() == Reason.CREDENTIALS) {
      failed(e);
    } else {
      forgone.add(e);
    }
  }

  List<SourceException> forgone() {
    return List.copyOf(forgone);
  }
}
