package dev.teiten.archive.files;

import dev.teiten.load.LiteralFinding;
import dev.teiten.load.StatementText;
import dev.teiten.source.DigestText;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The texts of digests, literals masked: a row for each digest, and another when the full text or a
 * finding has come. Findings are stored a line each, the code first; the column is NULL as long as
 * no literals have been seen, and in rows of earlier versions.
 */
public final class StatementTable {
  /** The folder of the parts. */
  public static final String NAME = "statements";

  private static final PartTable.Layout<DigestText> LAYOUT =
      new PartTable.Layout<>(
          NAME,
          List.of("digest VARCHAR", "text VARCHAR", "complete BOOLEAN", "findings VARCHAR"),
          StatementTable::read);

  private static final Comparator<StatementText> BETTER =
      Comparator.comparing(StatementText::complete).thenComparing(StatementText::text);

  /** Every reader chooses the same text, whichever collector was first. */
  private static final BinaryOperator<StatementText> BOTH =
      (one, two) -> BETTER.compare(one, two) >= 0 ? one.with(two) : two.with(one);

  private final PartTable<DigestText, Map<String, StatementText>> table;

  public StatementTable(ArchiveFiles files, ArchiveEngine engine) {
    this.table = new PartTable<>(files, engine, LAYOUT, StatementTable::best);
  }

  /** Adds texts and findings that are new, and full texts where the archive has only a cut one. */
  public synchronized void add(Collection<DigestText> texts) {
    Map<String, StatementText> stored = table.content();
    Map<String, StatementText> added = new LinkedHashMap<>();
    for (DigestText text : texts) {
      StatementText before = added.getOrDefault(text.digest(), stored.get(text.digest()));
      StatementText after = before == null ? text.statement() : before.with(text.statement());
      if (!after.equals(before)) {
        added.put(text.digest(), after);
      }
    }
    table.add(added.entrySet().stream().map(row -> row(row.getKey(), row.getValue())).toList());
  }

  /** The best text of every digest. */
  public Map<String, StatementText> statements() {
    return table.content();
  }

  private static List<@Nullable Object> row(String digest, StatementText text) {
    return Arrays.asList(digest, text.text(), text.complete(), lines(text.findings()));
  }

  private static @Nullable String lines(@Nullable List<LiteralFinding> findings) {
    return findings == null
        ? null
        : findings.stream()
            .map(finding -> finding.code() + " " + finding.place())
            .collect(Collectors.joining("\n"));
  }

  private static @Nullable List<LiteralFinding> findings(@Nullable String lines) {
    return lines == null
        ? null
        : lines
            .lines()
            .map(line -> line.split(" ", 2))
            .filter(parts -> parts.length == 2)
            .map(parts -> new LiteralFinding(parts[0], parts[1]))
            .toList();
  }

  private static @Nullable DigestText read(ArchiveRow row) {
    String digest = row.textOrNull("digest");
    String text = row.textOrNull("text");
    if (digest == null || text == null) {
      return null;
    }
    boolean complete = row.isTrue("complete");
    List<LiteralFinding> findings = findings(row.textOrNull("findings"));
    return new DigestText(digest, new StatementText(text, complete, findings));
  }

  private static Map<String, StatementText> best(List<DigestText> rows) {
    Map<String, StatementText> best = new HashMap<>();
    for (DigestText row : rows) {
      best.merge(row.digest(), row.statement(), BOTH);
    }
    return Map.copyOf(best);
  }
}
