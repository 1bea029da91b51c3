package dev.teiten.source.sample;

import java.util.Map;
import java.util.Set;

/**
 * The server's timers beside its counters by digest.
 *
 * @param now the moment by the server's timer, in seconds since some start
 * @param running seconds since statements began that still run, by digest
 * @param unlisted seconds of statements that have no digest of their own, because the digest table
 *     is full
 * @param nested seconds of statements within stored programs, which their callers count, too
 * @param calls the digests that call stored programs
 * @param own the digests of the sampler itself
 */
public record StatementTimes(
    double now,
    Map<String, Double> running,
    double unlisted,
    double nested,
    Set<String> calls,
    Set<String> own) {

  public StatementTimes {
    running = Map.copyOf(running);
    calls = Set.copyOf(calls);
    own = Set.copyOf(own);
  }
}
