package dev.teiten.change;

import dev.teiten.normalize.NormalizedStatement;
import java.util.Set;

/** Tells whether a statement may be a rewritten form of another one. */
public final class StatementLikeness {
  private StatementLikeness() {}

  /** True for statements of one family, and for statements of one verb over the same tables. */
  public static boolean areAlike(NormalizedStatement then, NormalizedStatement now) {
    boolean sameTables =
        !then.tables().isEmpty() && Set.copyOf(then.tables()).equals(Set.copyOf(now.tables()));
    return then.family().equals(now.family()) || (sameTables && then.verb().equals(now.verb()));
  }
}
