package dev.teiten.normalize;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes fingerprints of statements of one dialect. Safe for use by several threads. */
public final class Fingerprinter {
  private final Dialect dialect;
  private final Shards shards;

  public Fingerprinter(Dialect dialect, Shards shards) {
    this.dialect = dialect;
    this.shards = shards;
  }

  /**
   * Never throws.
   *
   * @param knownTruncated whether the source says that it cut the text
   */
  public Fingerprint fingerprint(String text, boolean knownTruncated) {
    Map<String, String> tags = CommentTags.none();
    Lexer lexer = new Lexer(Fingerprint.bytes(text), dialect);
    Reducer reducer = reduce(lexer, knownTruncated, tags);
    Tokens tokens = reducer.tokens;
    Printer printer = new Printer(lexer.text, tokens, dialect);
    boolean truncated = reducer.truncated || Cut.isSuspected(lexer.text.length);
    boolean empty = tokens.size == 0 && !reducer.truncated;
    String printed = empty ? Fingerprint.EMPTY : printer.print(reducer.truncated);
    TokenFacts facts = new TokenFacts(tokens, printer);
    return new Fingerprint(id(reducer), printed, truncated, tags, facts.verb(), facts.tables());
  }

  /** The id alone: half the work. */
  String id(String text) {
    return id(reduce(new Lexer(Fingerprint.bytes(text), dialect), false, null));
  }

  /** One number a token, to compare the beginnings of statements. */
  long[] keys(String text) {
    Tokens tokens = reduce(new Lexer(Fingerprint.bytes(text), dialect), false, null).tokens;
    long[] keys = new long[tokens.size];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = tokens.key(i);
    }
    return keys;
  }

  private Reducer reduce(Lexer lexer, boolean knownTruncated, @Nullable Map<String, String> tags) {
    Reducer reducer = new Reducer(lexer);
    boolean full = false;
    int kind = lexer.next();
    while (kind != Kind.END && !full) {
      if (kind != Kind.COMMENT) {
        reducer.accept(kind);
      } else if (tags != null) {
        CommentTags.read(lexer.text, lexer.start, lexer.end, tags);
      }
      full = reducer.tokens.size >= Tokens.LIMIT;
      kind = lexer.next();
    }
    if (lexer.binary()) {
      reducer.tokens.size = 0;
    }
    reducer.finish(knownTruncated || full);
    if (shards.on()) {
      foldShards(lexer.text, reducer.tokens);
    }
    return reducer;
  }

  private void foldShards(byte[] text, Tokens tokens) {
    TableScan scan = new TableScan(tokens);
    for (int i = 0; i < tokens.size; i++) {
      if (scan.isTable(i)) {
        shards.fold(text, tokens, i);
      }
    }
  }

  private static String id(Reducer reducer) {
    Hash128 hash = new Hash128();
    Tokens tokens = reducer.tokens;
    for (int i = 0; i < tokens.size; i++) {
      int kind = tokens.kind[i] == Kind.QUOTED ? Kind.WORD : tokens.kind[i];
      hash.add(kind, tokens.hash1[i], tokens.hash2[i]);
    }
    if (reducer.truncated) {
      hash.add(Kind.CUT, 0, 0);
    }
    return Fingerprint.VERSION + "-" + hash.hex();
  }
}
