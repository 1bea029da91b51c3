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
 * Reads texts one after the other into tokens that the rules reduced. Its buffers are kept from
 * text to text, so that a token costs no allocation. For one thread.
 */
public final class StatementScanner {
  /** Buffers for more tokens than this are let go after the text. */
  private static final int MOST_KEPT_TOKENS = 1 << 14;

  private static final byte[] NONE = {};

  private final Lexer lexer;
  private final TokenReducer reducer;
  private final RepeatFolding repeats;
  private final ShardFolding shards;
  private final boolean former;

  StatementScanner(Dialect dialect, ShardFolding shards) {
    this(dialect, shards, true, false);
  }

  /**
   * @param lists whether to skip lists of literals at once; the result is the same
   */
  public StatementScanner(Dialect dialect, ShardFolding shards, boolean lists) {
    this(dialect, shards, lists, false);
  }

  /** A scanner by the rules of {@link Fingerprint#FORMER_VERSION}. */
  static StatementScanner former(Dialect dialect, ShardFolding shards) {
    return new StatementScanner(dialect, shards, true, true);
  }

  private StatementScanner(Dialect dialect, ShardFolding shards, boolean lists, boolean former) {
    this.lexer = new Lexer(dialect, lists, !former);
    this.reducer = new TokenReducer(lexer, former);
    this.repeats = new RepeatFolding(reducer.tokens);
    this.shards = shards;
    this.former = former;
  }

  /**
   * Scans a text.
   *
   * @param tags takes the tags of comments; null if nobody needs them
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
      full = reducer.tokens.size >= TokenList.LIMIT;
      kind = lexer.next();
    }
    if (lexer.binary()) {
      reducer.tokens.size = 0;
    }
    reducer.finish(knownTruncated || full);
    if (!former) {
      fold();
    }
    if (shards.on()) {
      foldShards();
    }
  }

  private void fold() {
    repeats.fold(truncated());
    while (truncated() && reducer.trim(tokens())) {
      repeats.fold(true);
    }
  }

  private void foldShards() {
    new ShardNames(tokens(), printer(), shards, former).fold();
  }

  TokenList tokens() {
    return reducer.tokens;
  }

  boolean truncated() {
    return reducer.truncated;
  }

  TokenPrinter printer() {
    return new TokenPrinter(lexer.text, tokens(), lexer.dialect, shards);
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
    return hash.hex((former ? Fingerprint.FORMER_VERSION : Fingerprint.VERSION) + "-");
  }

  /** Lets the text go and says whether the buffers are small enough to keep. */
  boolean release() {
    lexer.reset(NONE);
    return tokens().kind.length <= MOST_KEPT_TOKENS;
  }
}
