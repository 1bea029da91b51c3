package dev.teiten.size.guard;

import dev.teiten.load.Sentence;
import java.util.Locale;

/** The names of the guards, in the order in which an advice lists them. */
public enum GuardName implements Sentence.Pattern {
  CPU,
  MEMORY,
  CONNECTIONS,
  NETWORK,
  STORAGE,
  BURSTABLE,
  WRITER,
  LOCKS,
  AVAILABILITY,
  DATA;

  @Override
  public String code() {
    return "guard." + english();
  }

  @Override
  public String english() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The name as JSON and tables show it, for example {@code cpu}. */
  @Override
  public String toString() {
    return english();
  }
}
