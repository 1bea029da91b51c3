package dev.teiten.size;

import dev.teiten.load.Sentence;
import java.util.Arrays;
import java.util.Locale;

/** The guards' names, as they can be said in any language. */
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

  /** The name of a guard; as it is where it is not one of these. */
  public static Sentence of(SizingAdvice.Guard guard) {
    return Arrays.stream(values())
        .filter(name -> name.english().equals(guard.name()))
        .findFirst()
        .map(Sentence.Pattern::of)
        .orElseGet(() -> Sentence.plain(guard.name()));
  }

  @Override
  public String code() {
    return "guard." + english();
  }

  @Override
  public String english() {
    return name().toLowerCase(Locale.ROOT);
  }
}
