package dev.teiten.web;

/**
 * What is still being collected while the pages are already served. One thread writes it, any
 * number read it.
 */
public final class CollectionStatus {

  private volatile State state = new State(0, 0, "");

  /**
   * One moment of the collection.
   *
   * @param done parts collected so far
   * @param total parts to collect; equal to {@code done} where nothing is under way
   * @param text what is being collected now, such as {@code pairs-main 2026-W44}
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

  /** Nothing to wait for. */
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
