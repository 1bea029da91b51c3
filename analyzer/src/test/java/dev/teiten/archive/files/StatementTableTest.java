package dev.teiten.archive.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.archive.duckdb.DuckDbEngine;
import dev.teiten.load.LiteralFinding;
import dev.teiten.load.StatementText;
import dev.teiten.source.DigestText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatementTableTest {
  private static final LiteralFinding WILDCARD =
      new LiteralFinding("LEADING_WILDCARD", "b like ? or c");
  private static final LiteralFinding OFFSET = new LiteralFinding("DEEP_OFFSET", "offset ?");

  @TempDir Path folder;

  private final DuckDbEngine engine = new DuckDbEngine();
  private StatementTable table;

  @BeforeEach
  void open() {
    table = new StatementTable(new ArchiveFiles(folder), engine);
  }

  @AfterEach
  void close() {
    engine.close();
  }

  private void add(String text, boolean complete, LiteralFinding... findings) {
    table.add(List.of(new DigestText("D", new StatementText(text, complete, List.of(findings)))));
  }

  private @Nullable StatementText stored() {
    return new StatementTable(new ArchiveFiles(folder), engine).statements().get("D");
  }

  private long parts() throws Exception {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".parquet")).count();
    }
  }

  @Test
  void unknownFindingsAndNoneAreNotTheSame() {
    table.add(List.of(new DigestText("D", "a", true)));
    assertThat(stored()).isEqualTo(new StatementText("a", true));
    add("a", true);
    assertThat(stored()).isEqualTo(new StatementText("a", true, List.of()));
  }

  @Test
  void findingsOfLaterStatementsAreAdded() throws Exception {
    add("a", true, WILDCARD);
    add("a", true, OFFSET);
    assertThat(stored()).isEqualTo(new StatementText("a", true, List.of(OFFSET, WILDCARD)));
    long before = parts();
    add("a", true, WILDCARD);
    table.add(List.of(new DigestText("D", "a", true)));
    assertThat(parts()).as("nothing is new").isEqualTo(before);
  }

  @Test
  void aWholeTextStaysAndACutOneIsReplaced() {
    add("a cut", false);
    add("the whole text", true, OFFSET);
    assertThat(stored()).isEqualTo(new StatementText("the whole text", true, List.of(OFFSET)));
    add("the whole text, as another server prints it", true, WILDCARD);
    assertThat(stored())
        .isEqualTo(new StatementText("the whole text", true, List.of(OFFSET, WILDCARD)));
  }
}
