package dev.teiten.source.slowlog;

import dev.teiten.load.Engine;
import dev.teiten.load.WaitEvent;
import dev.teiten.source.DigestText;
import dev.teiten.source.SourceException;
import dev.teiten.source.SourceException.Reason;
import dev.teiten.source.StatementMask;
import dev.teiten.source.sample.LoggedStatement;
import dev.teiten.source.sample.StatementLog;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A slow query log, plain or gzip, of MySQL, MariaDB or Percona Server. */
public final class SlowLog implements StatementLog {
  /** Digests whose text is remembered as read; beyond, texts are read again. */
  private static final int REMEMBERED = 20_000;

  /** A connection that sends the binary log is no load, however long it lasts. */
  private static final String REPLICATION = "Binlog Dump";

  private final StatementMask mask;
  private final LogFile file;
  private final EntryReader entries;
  private final Set<String> digestsRead = new HashSet<>();
  private final List<DigestText> texts = new ArrayList<>();
  private @Nullable String id;
  private boolean interrupted;
  private long unreadable;

  private SlowLog(LogFile file, StatementMask mask) {
    this.file = file;
    this.mask = mask;
    this.entries = new EntryReader(file.lines());
  }

  /**
   * @param mask removes the literals; every text passes it before it leaves this class
   * @throws SourceException if the file cannot be read
   */
  public static SlowLog open(Path path, StatementMask mask) {
    try {
      return new SlowLog(LogFile.open(path), mask);
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  private static SourceException unreadable(Path path, IOException cause) {
    return new SourceException(
        Reason.UNAVAILABLE,
        "slow log",
        "Cannot read " + path,
        "Is it there, readable, and a slow log as plain text or gzip?",
        cause);
  }

  @Override
  public @Nullable LoggedStatement next() {
    try {
      interrupted = false;
      while (entries.next()) {
        interrupted |= entries.isReopened();
        LoggedStatement statement = statement();
        if (statement != null) {
          return statement;
        }
      }
      return null;
    } catch (IOException e) {
      throw unreadable(file.path(), e);
    }
  }

  private @Nullable LoggedStatement statement() {
    EntryHeader header = entries.header();
    double seconds = header.value(HeaderField.QUERY_TIME);
    String text = entries.text();
    if (Double.isNaN(seconds) || text.isBlank()) {
      unreadable++;
      return null;
    }
    Instant end = entries.clock().end(seconds);
    if (end == null) {
      unreadable++;
      return null;
    }
    if (text.startsWith(EntryReader.COMMAND + REPLICATION)) {
      return null;
    }
    String digest = mask.id(text, !entries.isCut(), engine());
    if (id == null) {
      id = LogId.of(end, seconds, entries.position(), digest);
    }
    readText(digest, text);
    double rate = header.value(HeaderField.RATE);
    Map<WaitEvent, Double> waits = header.waits();
    return new LoggedStatement(
        entries.position(),
        digest,
        end,
        seconds,
        rate > 1 ? rate : 1,
        header.user(),
        header.host(),
        header.schema() == null ? entries.database() : header.schema(),
        waits,
        header.counts());
  }

  private void readText(String digest, String text) {
    if (digestsRead.size() >= REMEMBERED) {
      digestsRead.clear();
    }
    if (digestsRead.add(digest)) {
      texts.add(new DigestText(digest, mask.sample(text, !entries.isCut(), engine())));
    }
  }

  @Override
  public String id() {
    return Objects.requireNonNull(id, "no statement has been read");
  }

  @Override
  public Engine engine() {
    return entries.isMariaDb() ? Engine.MARIADB : Engine.MYSQL;
  }

  @Override
  public @Nullable String serverVersion() {
    return entries.version();
  }

  @Override
  public boolean isInterrupted() {
    return interrupted;
  }

  @Override
  public long unreadable() {
    return unreadable;
  }

  @Override
  public List<DigestText> takeTexts() {
    List<DigestText> taken = List.copyOf(texts);
    texts.clear();
    return taken;
  }

  @Override
  public double progress() {
    return file.progress();
  }

  @Override
  public void close() {
    file.close();
  }
}
