package dev.teiten.size;

import dev.teiten.size.SizingAdvice.FixSet;
import dev.teiten.size.SizingDetails.BatchMove;
import dev.teiten.size.SizingDetails.BreakEven;
import java.util.List;

/** What fixes and moves would release from the cluster as it is. */
record Releases(List<FixSet> fixSets, List<BreakEven> breakEvens, List<BatchMove> batchMoves) {
  static final Releases NONE = new Releases(List.of(), List.of(), List.of());

  static Releases of(Study study) {
    FixSearch search = new FixSearch(study);
    return new Releases(
        search.sets(), search.breakEvens(), new MoveSearch(study, search.limit()).find());
  }
}
