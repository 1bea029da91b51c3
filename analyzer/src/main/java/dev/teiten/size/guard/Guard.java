package dev.teiten.size.guard;

import dev.teiten.load.Sentence;

/**
 * One check of a capacity.
 *
 * @param detail the numbers behind the state
 */
public record Guard(GuardName name, State state, Sentence detail) {

  /** The result of a check; UNKNOWN never allows a reduction. */
  public enum State {
    PASS,
    FAIL,
    UNKNOWN
  }

  /** A guard that could be judged. */
  static Guard of(GuardName name, boolean pass, GuardText detail, Object... values) {
    return new Guard(name, pass ? State.PASS : State.FAIL, detail.of(values));
  }

  /** A guard that lacks data. */
  static Guard unknown(GuardName name, GuardText detail, Object... values) {
    return new Guard(name, State.UNKNOWN, detail.of(values));
  }

  public boolean passes() {
    return state == State.PASS;
  }
}
