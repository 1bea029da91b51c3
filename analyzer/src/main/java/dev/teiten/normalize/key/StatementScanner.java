package dev.teiten.normalize.key;

import dev.teiten.normalize.scan.CommentTags;
import dev.teiten.normalize.scan.Dialect;
import dev.teiten.normalize.scan.FingerprintHash;
import dev.teiten.normalize.scan.Lexer;
import dev.teiten.normalize.scan.TokenKind;
import dev.teiten.normalize.scan.TokenList;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of one text after the other, reduced by the rules. What it needs for that it keeps, so
 * that a text costs no allocation a token. For one thread.
 */
public final class StatementScanner {
  /** More tokens than any statement has that was not made by a program: not kept. */
  private static final int KEPT = 1 << 14;

  private static final byte[] NONE = {};

  private final Lexer lexer;
  private final TokenReducer reducer;
  private final ShardFolding shards;

  StatementScanner(Dialect dialect, ShardFolding shards) {
    this(dialect, shards, true);
  }

  /**
   * @param lists whether to take the short way through lists; it comes to the same
   */
  public StatementScanner(Dialect dialect, ShardFolding shards, boolean lists) {
    this.lexer = new Lexer(dialect, lists);
    this.reducer = new TokenReducer(lexer);
    this.shards = shards;
  }

  /**
   * Scans a text.
   *
   * @param tags where what comments say goes, if anyone asks
   */
  public void read(byte[] text, boolean knownTruncated, @Nullable Map<String, String> tags) {
    lexer.reset(text);
    reducer.reset();
    boolean full = false;
    int kind = lexer.next();
    while (kind != TokenKind.END && !full) {
      if (kind != TokenKind.COMMENT) {
        reducer.accept(kind);
      } else if (tags != null) {
        CommentTags.read(lexer.text, lexer.start, lexer.end, tags);
      }
      full = tokens().size >= TokenList.LIMIT;
      kind = lexer.next();
    }
    if (lexer.binary()) {
      tokens().size = 0;
    }
    reducer.finish(knownTruncated || full);
    if (shards.on()) {
      foldShards();
    }
  }

  private void foldShards() {
    TableFinder scan = new TableFinder(tokens(), lexer.dialect);
    for (int i = 0; i < tokens().size; i++) {
      if (scan.isTable(i)) {
        shards.fold(lexer.text, tokens(), i);
      }
    }
  }

  TokenList tokens() {
    return reducer.tokens;
  }

  boolean truncated() {
    return reducer.truncated;
  }

  TokenPrinter printer() {
    return new TokenPrinter(lexer.text, tokens(), lexer.dialect);
  }

  public String id() {
    FingerprintHash hash = new FingerprintHash();
    TokenList tokens = tokens();
    for (int i = 0; i < tokens.size; i++) {
      int kind = tokens.kind[i] == TokenKind.QUOTED ? TokenKind.WORD : tokens.kind[i];
      hash.add(kind, tokens.hash1[i], tokens.hash2[i]);
    }
    if (truncated()) {
      hash.add(TokenKind.CUT, 0, 0);
    }
    return hash.hex(Fingerprint.VERSION + "-");
  }

  /** Lets the text go; whether the rest is small enough to keep. */
  boolean done() {
    lexer.reset(NONE);
    return tokens().kind.length <= KEPT;
  }
}
