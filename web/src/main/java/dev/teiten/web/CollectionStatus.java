package dev.teiten.web;

/**
 * The progress of a collection that runs while pages are already served. Thread-safe for one writer
 * and any number of readers.
 */
public final class CollectionStatus {

  private volatile State state = new State(0, 0, "");

  /**
   * The progress at one moment.
   *
   * @param done parts collected so far
   * @param total parts to collect; equal to {@code done} if no collection runs
   * @param text the part in progress, for example {@code pairs-main 2026-W44}
   */
  public record State(int done, int total, String text) {

    public State {
      if (done < 0 || total < done) {
        throw new IllegalArgumentException(done + " of " + total);
      }
    }

    public boolean isActive() {
      return done < total;
    }
  }

  /** The progress without a running collection. */
  public static CollectionStatus none() {
    return new CollectionStatus();
  }

  public void update(int done, int total, String text) {
    state = new State(done, total, text);
  }

  public State state() {
    return state;
  }
}
