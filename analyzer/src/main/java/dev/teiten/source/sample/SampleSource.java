package dev.teiten.source.sample;

import dev.teiten.source.DigestText;
import dev.teiten.source.MonitoredInstance;
import dev.teiten.source.SourceException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A connection to one server whose sessions are looked at once a second. It knows nothing of the
 * past, which is why it is no {@link dev.teiten.collect.LoadSource}.
 *
 * <p>Every call but {@link #close} throws {@link SourceException} when the connection is lost; it
 * is of no use then.
 */
public interface SampleSource extends AutoCloseable {

  /** The server as it is now: its role may change, its {@code resourceId} does not. */
  MonitoredInstance instance();

  /**
   * The sessions at work, without this one.
   *
   * @return empty where the server did not answer within the second
   */
  Optional<List<ActiveSession>> sessions();

  /**
   * What the server has counted so far.
   *
   * @return empty where the server did not answer in time
   */
  Optional<ServerTotals> totals();

  /** The texts of these digests, literals masked, as far as the server still has them. */
  List<DigestText> texts(Collection<String> digests);

  /** What the server's settings keep from being seen, and what to do about it; said once. */
  List<String> limits();

  /** Ends the connection, also one that another thread waits for. */
  @Override
  void close();
}
