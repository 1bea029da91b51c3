package dev.teiten.web.sizing;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kind of a parameter in the address. */
enum ParamKind {
  /** {@code fix=FINGERPRINT:PERCENT}. */
  FIX(true),
  /** {@code move=FINGERPRINT:HH:MM}. */
  MOVE(true),
  /** {@code target=CLASS}. */
  TARGET(false),
  /** {@code writer=CLASS}; overrides the target. */
  WRITER(false),
  /** {@code reader=CLASS}; overrides the target. */
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

  /** Whether the parameter has one value per key. */
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
