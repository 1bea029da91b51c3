package dev.teiten.web.sizing;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a parameter of the address is about. */
enum ParamKind {
  /** {@code fix=FINGERPRINT:PERCENT}. */
  FIX(true),
  /** {@code move=FINGERPRINT:HH:MM}. */
  MOVE(true),
  /** {@code target=CLASS}. */
  TARGET(false),
  /** {@code writer=CLASS}, over the target. */
  WRITER(false),
  /** {@code reader=CLASS}, over the target. */
  READER(false),
  /** {@code readers=N}. */
  READERS(false),
  /** {@code reserved=CLASS:N}. */
  RESERVED(true),
  /** {@code speed=FAMILY:RATIO}. */
  SPEED(true),
  /** {@code assume=NAME:VALUE}. */
  ASSUME(true);

  private final boolean keyed;

  ParamKind(boolean keyed) {
    this.keyed = keyed;
  }

  /** Whether there is one value for each of several keys. */
  boolean isKeyed() {
    return keyed;
  }

  String parameter() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The name of a form's field; the server writes it as {@link #parameter} in the address. */
  String field(String key) {
    return keyed ? parameter() + "." + key : parameter();
  }

  static Optional<ParamKind> of(String parameter) {
    return Arrays.stream(values()).filter(kind -> kind.parameter().equals(parameter)).findFirst();
  }
}
