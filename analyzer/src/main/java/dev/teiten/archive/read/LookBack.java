package dev.teiten.archive.read;

/**
 * How far a reader looks back from the reviewed week.
 *
 * @param compared weeks before the reviewed one that it is compared with, 0 or more
 * @param weeks before the reviewed one to read at all, at least {@code compared}
 */
public record LookBack(int compared, int weeks) {
  public LookBack {
    if (compared < 0 || weeks < compared) {
      throw new IllegalArgumentException(compared + " of " + weeks + " weeks");
    }
  }
}
