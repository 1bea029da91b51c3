package dev.teiten.size;

import dev.teiten.size.SizingAdvice.FixSet;
import dev.teiten.size.SizingDetails.BatchMove;
import dev.teiten.size.SizingDetails.BreakEven;
import java.util.List;

/** What fixes and moves would release from the cluster as it is. */
record FixesAndMoves(List<FixSet> fixSets, List<BreakEven> breakEvens, List<BatchMove> batchMoves) {
  static final FixesAndMoves NONE = new FixesAndMoves(List.of(), List.of(), List.of());

  static FixesAndMoves of(SizingContext study) {
    FixSearch search = new FixSearch(study);
    return new FixesAndMoves(
        search.sets(), search.breakEvens(), new MoveSearch(study, search.limit()).find());
  }
}
