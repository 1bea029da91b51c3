package dev.teiten.normalize;

import dev.teiten.load.StatementText;
import dev.teiten.normalize.key.Fingerprint;
import dev.teiten.normalize.key.Fingerprinter;
import dev.teiten.normalize.key.LruCache;
import dev.teiten.normalize.key.ShardFolding;
import dev.teiten.normalize.scan.Dialect;
import dev.teiten.normalize.shape.ParserText;
import dev.teiten.normalize.shape.ParserTextWriter;
import dev.teiten.normalize.shape.ShapeParser;
import dev.teiten.normalize.shape.StatementShape;
import java.util.List;
import java.util.Optional;

/**
 * Normalizes statements: the fingerprint is the key, and the parser explains it where it can.
 * Parsing costs a hundred times the fingerprint, so that the shapes of the last queries are
 * remembered, by the text that the parser gets. Safe for use by several threads.
 */
public final class StatementNormalizer {
  /** Shapes that are remembered. */
  private static final int REMEMBERED = 10_000;

  /** Characters of the longest text whose shape is remembered. */
  private static final int LONGEST_REMEMBERED = 4_096;

  private final Dialect dialect;
  private final Fingerprinter fingerprinter;
  private final ShapeParser parser;
  private final boolean shapes;
  private final LruCache<ParserText, Optional<StatementShape>> remembered =
      new LruCache<>(REMEMBERED);

  public StatementNormalizer(Dialect dialect) {
    this(dialect, ShardFolding.OFF);
  }

  /**
   * @param shards whether tables that differ in a trailing number are one
   */
  public StatementNormalizer(Dialect dialect, ShardFolding shards) {
    this(dialect, shards, true);
  }

  /**
   * @param shards whether tables that differ in a trailing number are one
   * @param shapes whether to parse; without shapes there are no hints and no families
   */
  public StatementNormalizer(Dialect dialect, ShardFolding shards, boolean shapes) {
    this.shapes = shapes;
    this.dialect = dialect;
    this.fingerprinter = new Fingerprinter(dialect, shards);
    this.parser = new ShapeParser(dialect);
  }

  /** Normalizes a whole text. Never throws. */
  public NormalizedStatement normalize(String text) {
    return normalize(text, false);
  }

  /**
   * Normalizes a text. Never throws.
   *
   * @param knownTruncated whether the source says that it cut the text
   */
  public NormalizedStatement normalize(String text, boolean knownTruncated) {
    Fingerprint key = fingerprinter.fingerprint(text, knownTruncated);
    // A cut text that parses is another statement, so that its shape would mislead.
    Optional<StatementShape> shape =
        key.truncated() || !shapes ? Optional.empty() : shape(text, key);
    return new NormalizedStatement(
        key.id(),
        key.text(),
        key.verb(),
        key.tables(),
        shape.isPresent(),
        key.truncated(),
        key.tags(),
        shape.map(StatementShape::family).orElse(key.id()),
        shape.map(StatementShape::hints).orElse(List.of()),
        formerId(text, knownTruncated));
  }

  /** Normalizes an archived text, with the hints that its literals earned. Never throws. */
  public NormalizedStatement normalize(StatementText text) {
    NormalizedStatement masked = normalize(text.text(), !text.complete());
    return text.findings() == null
        ? masked
        : masked.withHints(LiteralFindings.join(masked.hints(), text.findings(), dialect));
  }

  /** An id is looked up in a ranking, where shapes are read. */
  private String formerId(String text, boolean knownTruncated) {
    return shapes ? fingerprinter.formerId(text, knownTruncated) : "";
  }

  /** The shape of a statement; empty if the parser cannot read it, or if the text was cut. */
  public Optional<StatementShape> shape(String text) {
    Fingerprint key = fingerprinter.fingerprint(text, false);
    return key.truncated() ? Optional.empty() : shape(text, key);
  }

  private Optional<StatementShape> shape(String text, Fingerprint key) {
    // Rows of literals have no shape; without them the parser has less to read.
    boolean rows = key.verb().equals("INSERT") || key.verb().equals("REPLACE");
    String statement = rows && key.text().indexOf('…') < 0 ? key.text() : text;
    ParserText source = ParserTextWriter.write(statement, dialect);
    if (source.text().length() > LONGEST_REMEMBERED) {
      return parser.shape(source);
    }
    Optional<StatementShape> shape = remembered.get(source);
    if (shape == null) {
      shape = parser.shape(source);
      remembered.put(source, shape);
    }
    return shape;
  }
}
