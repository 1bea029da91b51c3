package dev.teiten.normalize.key;

import dev.teiten.normalize.scan.ByteClasses;
import dev.teiten.normalize.scan.KeywordRole;
import dev.teiten.normalize.scan.NameHash;
import dev.teiten.normalize.scan.TokenKind;
import dev.teiten.normalize.scan.TokenList;
import java.util.Arrays;

/**
 * Whether tables that differ in a trailing number only, like {@code logs_0042}, are one table
 * {@code logs_?}. Off by default, because {@code report_2026} may well be a separate table.
 *
 * @param digits how many trailing digits make a shard, 2 or more; 0 for off
 */
public record ShardFolding(int digits) {
  public static final ShardFolding OFF = new ShardFolding(0);

  public ShardFolding {
    if (digits != 0 && (digits < 2 || digits > 18)) {
      throw new IllegalArgumentException("digits must be 0, or 2 to 18: " + digits);
    }
  }

  boolean on() {
    return digits > 0;
  }

  /** Folds the name of a table, if it ends in {@code _} and enough digits. */
  void fold(byte[] text, TokenList tokens, int at) {
    int quotes = tokens.is(at, TokenKind.QUOTED) ? 1 : 0;
    int first = tokens.start[at] + quotes;
    int last = tokens.end[at] - quotes;
    int i = last;
    while (i > first && ByteClasses.isDigit(text, i - 1)) {
      i--;
    }
    if (last - i < digits || i <= first || text[i - 1] != '_') {
      return;
    }
    byte[] name = Arrays.copyOfRange(text, first, i + 1);
    name[i - first] = '?';
    NameHash hash = new NameHash();
    hash.of(name, 0, name.length, true);
    tokens.hash1[at] = hash.first;
    tokens.hash2[at] = hash.second;
    tokens.kind[at] = TokenKind.WORD;
    tokens.start[at] = first;
    tokens.end[at] = i;
    tokens.roles[at] = KeywordRole.SHARD;
  }
}
