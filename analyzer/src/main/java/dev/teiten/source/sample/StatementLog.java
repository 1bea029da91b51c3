package dev.teiten.source.sample;

import dev.teiten.load.Engine;
import dev.teiten.source.DigestText;
import dev.teiten.source.SourceException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file in which a server logged its statements. It is read once, from its beginning, in memory
 * that does not grow with it.
 */
public interface StatementLog extends AutoCloseable {

  /**
   * The next statement; null at the end. A last statement that the server has not finished writing
   * is left for a later import.
   *
   * @throws SourceException if the file cannot be read
   */
  @Nullable LoggedStatement next();

  /**
   * The id of the log, made of its first statement: a log that has grown, was renamed or compressed
   * keeps it. Known once {@link #next} has answered.
   */
  String id();

  /** The server that wrote it, as far as the log tells; known once {@link #next} has answered. */
  Engine engine();

  /** The version that the log states before the current statement; null if none. */
  @Nullable String serverVersion();

  /**
   * Whether the log was opened again between the last two statements, so that nothing is known of
   * the time between them.
   */
  boolean isInterrupted();

  /** The texts of digests that are new since the last call, literals masked. */
  List<DigestText> takeTexts();

  /** The number of entries so far that could not be understood. */
  long unreadable();

  /** The part of the file that has been read, 0..1. */
  double progress();

  @Override
  void close();
}
