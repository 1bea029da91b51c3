package dev.teiten.archive.files;

import dev.teiten.load.StatementText;
import dev.teiten.source.DigestText;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The texts of digests, literals masked: a row for each digest, and another when the full text has
 * come.
 */
public final class StatementTable {
  private static final PartTable.Layout<DigestText> LAYOUT =
      new PartTable.Layout<>(
          "statements",
          List.of("digest VARCHAR", "text VARCHAR", "complete BOOLEAN"),
          StatementTable::read);

  /** Every reader chooses the same text, whichever collector was first. */
  private static final BinaryOperator<StatementText> BETTER =
      BinaryOperator.maxBy(
          Comparator.comparing(StatementText::complete).thenComparing(StatementText::text));

  private final PartTable<DigestText, Map<String, StatementText>> table;

  public StatementTable(ArchiveFiles files, ArchiveEngine engine) {
    this.table = new PartTable<>(files, engine, LAYOUT, StatementTable::best);
  }

  /** Adds the texts that are new, and full texts where the archive has only a cut one. */
  public synchronized void add(Collection<DigestText> texts) {
    Map<String, StatementText> stored = table.content();
    Map<String, DigestText> added = new LinkedHashMap<>();
    for (DigestText text : texts) {
      StatementText before = stored.get(text.digest());
      if (before == null || (text.complete() && !before.complete())) {
        added.merge(text.digest(), text, (a, b) -> a.complete() || !b.complete() ? a : b);
      }
    }
    table.add(added.values().stream().map(StatementTable::row).toList());
  }

  /** The best text of every digest. */
  public Map<String, StatementText> statements() {
    return table.content();
  }

  private static List<@Nullable Object> row(DigestText text) {
    return List.of(text.digest(), text.text(), text.complete());
  }

  private static @Nullable DigestText read(ArchiveRow row) {
    String digest = row.textOrNull("digest");
    String text = row.textOrNull("text");
    return digest == null || text == null
        ? null
        : new DigestText(digest, text, row.isTrue("complete"));
  }

  private static Map<String, StatementText> best(List<DigestText> rows) {
    Map<String, StatementText> best = new HashMap<>();
    for (DigestText row : rows) {
      best.merge(row.digest(), new StatementText(row.text(), row.complete()), BETTER);
    }
    return Map.copyOf(best);
  }
}
