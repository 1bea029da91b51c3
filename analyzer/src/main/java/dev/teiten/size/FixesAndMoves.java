package dev.teiten.size;

import dev.teiten.size.SizingAdvice.FixSet;
import dev.teiten.size.SizingDetails.BatchMove;
import dev.teiten.size.SizingDetails.BreakEven;
import java.util.List;

/** The fixes and moves that would release capacity of the cluster as it is. */
record FixesAndMoves(List<FixSet> fixSets, List<BreakEven> breakEvens, List<BatchMove> batchMoves) {
  static final FixesAndMoves NONE = new FixesAndMoves(List.of(), List.of(), List.of());

  FixesAndMoves {
    fixSets = List.copyOf(fixSets);
    breakEvens = List.copyOf(breakEvens);
    batchMoves = List.copyOf(batchMoves);
  }
}
