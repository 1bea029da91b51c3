package dev.teiten.source.sample;

import java.util.Optional;

/** Reads the CPU, memory and network of a server's host. */
@FunctionalInterface
public interface HostMeter {
  /** A meter of an unknown host. */
  HostMeter NONE = Optional::empty;

  /** The host at this moment; empty if it does not answer. */
  Optional<HostReading> read();
}
