package dev.teiten.normalize;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Takes fingerprints of statements of one dialect. Safe for use by several threads. */
public final class Fingerprinter {
  private final ThreadLocal<Scan> scans;

  public Fingerprinter(Dialect dialect, Shards shards) {
    this.scans = ThreadLocal.withInitial(() -> new Scan(dialect, shards));
  }

  /**
   * Never throws.
   *
   * @param knownTruncated whether the source says that it cut the text
   */
  public Fingerprint fingerprint(String text, boolean knownTruncated) {
    byte[] bytes = Fingerprint.bytes(text);
    Map<String, String> tags = CommentTags.none();
    return scan(bytes, knownTruncated, tags, scan -> fingerprint(scan, bytes.length, tags));
  }

  private static Fingerprint fingerprint(Scan scan, int length, Map<String, String> tags) {
    Printer printer = scan.printer();
    boolean truncated = scan.truncated() || Cut.isSuspected(length);
    boolean empty = scan.tokens().size == 0 && !scan.truncated();
    String printed = empty ? Fingerprint.EMPTY : printer.print(scan.truncated());
    TokenFacts facts = new TokenFacts(scan.tokens(), printer);
    return new Fingerprint(scan.id(), printed, truncated, tags, facts.verb(), facts.tables());
  }

  /** The id alone: a third of the work. */
  String id(String text) {
    Scan scan = scans.get();
    scan.read(Fingerprint.bytes(text), false, null);
    String id = scan.id();
    if (!scan.done()) {
      scans.remove();
    }
    return id;
  }

  /** One number a token, to compare the beginnings of statements. */
  long[] keys(String text) {
    return scan(Fingerprint.bytes(text), false, null, scan -> scan.tokens().keys());
  }

  private <T> T scan(
      byte[] text,
      boolean knownTruncated,
      @Nullable Map<String, String> tags,
      Function<Scan, T> answer) {
    Scan scan = scans.get();
    scan.read(text, knownTruncated, tags);
    T result = answer.apply(scan);
    if (!scan.done()) {
      scans.remove();
    }
    return result;
  }
}
