package dev.teiten.size;

import org.jspecify.annotations.Nullable;

/**
 * A capacity and what it takes.
 *
 * @param cost what candidates are compared by: US dollars a month, or vCPUs where today's capacity
 *     has no price
 * @param monthlyUsd null without a price
 */
record CapacityCandidate(ClusterShape shape, double cost, @Nullable Double monthlyUsd) {

  /** No instance more and none larger than in {@code today}. */
  boolean reduces(ClusterShape today) {
    return shape.readers() <= today.readers()
        && shape.writer().vcpus() <= today.writer().vcpus()
        && shape.readerOrWriter().vcpus() <= today.readerOrWriter().vcpus();
  }

  /** No instance less and none smaller than in {@code today}. */
  boolean grows(ClusterShape today) {
    return shape.readers() >= today.readers()
        && shape.writer().vcpus() >= today.writer().vcpus()
        && shape.readerOrWriter().vcpus() >= today.readerOrWriter().vcpus();
  }

  /** Whether no speed has to be assumed: it is the silicon that the work was measured on. */
  boolean measuredSpeed(ClusterShape today) {
    return ProcessorType.same(shape.writer().family(), today.writer().family());
  }
}
