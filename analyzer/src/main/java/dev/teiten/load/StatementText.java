package dev.teiten.load;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The text of a digest, without literals.
 *
 * @param text as the source returned it, literals masked
 * @param complete false where the source cut it (Performance Insights cuts at 500 bytes)
 * @param findings about the literals, in order of code and place; null if the literals that matter
 *     have not been seen
 */
public record StatementText(
    String text, boolean complete, @Nullable List<LiteralFinding> findings) {

  private static final Comparator<LiteralFinding> ORDER =
      Comparator.comparing(LiteralFinding::code).thenComparing(LiteralFinding::place);

  public StatementText {
    findings = findings == null ? null : findings.stream().distinct().sorted(ORDER).toList();
  }

  /** A text whose literals have not been seen. */
  public StatementText(String text, boolean complete) {
    this(text, complete, null);
  }

  /**
   * This text, unless only the other one is complete, with the findings of both. Statements of one
   * digest differ in their literals, and each finding is true of one of them.
   */
  public StatementText with(StatementText other) {
    StatementText kept = complete || !other.complete ? this : other;
    return new StatementText(kept.text, kept.complete, union(findings, other.findings));
  }

  private static @Nullable List<LiteralFinding> union(
      @Nullable List<LiteralFinding> one, @Nullable List<LiteralFinding> two) {
    if (one == null || two == null) {
      return one == null ? two : one;
    }
    Set<LiteralFinding> both = new LinkedHashSet<>(one);
    both.addAll(two);
    return new ArrayList<>(both);
  }
}
