package dev.teiten.normalize.key;

import dev.teiten.normalize.scan.KeywordRole;
import dev.teiten.normalize.scan.NameHash;
import dev.teiten.normalize.scan.TokenList;
import java.util.HashMap;
import java.util.Map;

/**
 * Folds the names of shards: where they are tables, and where they qualify a column or a target.
 */
final class ShardNames {
  private final TokenList tokens;
  private final TokenPrinter printer;
  private final ShardFolding shards;

  /** Whether to fold tables alone, and their last number alone, as the former version did. */
  private final boolean former;

  ShardNames(TokenList tokens, TokenPrinter printer, ShardFolding shards, boolean former) {
    this.tokens = tokens;
    this.printer = printer;
    this.shards = shards;
    this.former = former;
  }

  void fold() {
    Map<Long, NameHash> foldedOf = new HashMap<>();
    TableFinder finder = new TableFinder(tokens, printer.dialect);
    for (int i = 0; i < tokens.size; i++) {
      if (finder.isTable(i)) {
        String name = printer.name(i);
        String folded = former ? shards.foldedLast(name) : shards.folded(name);
        if (!folded.equals(name)) {
          foldedOf.put(tokens.hash1[i], NameHash.of(folded));
          if (former) {
            fold(i, NameHash.of(folded));
          }
        }
      }
    }
    for (int i = 0; i < tokens.size && !former && !foldedOf.isEmpty(); i++) {
      NameHash folded = tokens.isName(i) ? foldedOf.get(tokens.hash1[i]) : null;
      if (folded != null) {
        fold(i, folded);
      }
    }
  }

  private void fold(int at, NameHash folded) {
    tokens.hash1[at] = folded.first;
    tokens.hash2[at] = folded.second;
    tokens.roles[at] = KeywordRole.SHARD;
  }
}
