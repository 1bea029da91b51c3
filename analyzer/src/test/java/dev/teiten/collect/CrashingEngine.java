package dev.teiten.collect;

import dev.teiten.archive.files.ArchiveEngine;
import dev.teiten.archive.files.ArchiveRow;
import dev.teiten.source.SourceSeries;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An engine whose writes may end midway: before a file, or with a temporary file left. */
final class CrashingEngine implements ArchiveEngine {
  private final ArchiveEngine engine;
  private final CrashPlan plan;

  CrashingEngine(ArchiveEngine engine, CrashPlan plan) {
    this.engine = engine;
    this.plan = plan;
  }

  @Override
  public void writeSeries(Path file, List<SourceSeries> series) {
    plan.step();
    engine.writeSeries(file, series);
    plan.step();
  }

  @Override
  public void writeRows(Path file, List<String> columns, List<List<@Nullable Object>> rows) {
    plan.step();
    engine.writeRows(file, columns, rows);
    plan.step();
  }

  @Override
  public void forEach(String sql, Consumer<ArchiveRow> consumer) {
    engine.forEach(sql, consumer);
  }

  @Override
  public String relation(List<Path> files) {
    return engine.relation(files);
  }

  @Override
  public String relationByName(List<Path> files) {
    return engine.relationByName(files);
  }

  @Override
  public void close() {
    engine.close();
  }
}
