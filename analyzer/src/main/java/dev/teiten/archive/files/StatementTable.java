package dev.teiten.archive.files;

import dev.teiten.load.StatementText;
import dev.teiten.source.DigestText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The texts of digests, literals masked: once for each digest, and once more when the whole text
 * has come.
 */
public final class StatementTable {
  private static final String TABLE = "statements";
  private static final List<String> COLUMNS =
      List.of("digest VARCHAR", "text VARCHAR", "complete BOOLEAN");

  private final ArchiveFiles files;
  private final ArchiveEngine engine;
  private final Map<String, StatementText> known = new HashMap<>();
  private int partsRead = -1;

  public StatementTable(ArchiveFiles files, ArchiveEngine engine) {
    this.files = files;
    this.engine = engine;
  }

  /** Keeps what is not known yet. */
  public synchronized void add(Collection<DigestText> texts) {
    Map<String, StatementText> before = all();
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (DigestText text : texts) {
      StatementText old = before.get(text.digest());
      if (old == null || (text.complete() && !old.complete())) {
        rows.add(List.of(text.digest(), text.text(), text.complete()));
        known.put(text.digest(), new StatementText(text.text(), text.complete()));
      }
    }
    if (!rows.isEmpty()) {
      files.add(TABLE, file -> engine.writeRows(file, COLUMNS, rows));
    }
  }

  /** The best text of every digest. */
  public synchronized Map<String, StatementText> all() {
    List<Path> parts = files.table(TABLE);
    if (parts.size() != partsRead && !parts.isEmpty()) {
      engine
          .query(
              // The same for every reader, whichever collector was first.
              "SELECT digest, arg_max(text, complete::INTEGER || text), bool_or(complete) FROM "
                  + engine.relation(parts)
                  + " GROUP BY digest",
              row ->
                  Map.entry(
                      row.string(1),
                      new StatementText(row.string(2), Boolean.TRUE.equals(row.value(3)))))
          .forEach(entry -> known.put(entry.getKey(), entry.getValue()));
      partsRead = parts.size();
    }
    return Map.copyOf(known);
  }
}
