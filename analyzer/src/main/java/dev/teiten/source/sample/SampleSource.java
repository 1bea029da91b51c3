package dev.teiten.source.sample;

import dev.teiten.source.DigestText;
import dev.teiten.source.MonitoredInstance;
import dev.teiten.source.SourceException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A connection to one server whose sessions are sampled once a second. The server keeps no past
 * load, so this is not a {@link dev.teiten.source.LoadSource}.
 *
 * <p>Every method except {@link #close} throws {@link SourceException} when the connection is lost;
 * the object is unusable afterwards.
 */
public interface SampleSource extends AutoCloseable {

  /** The server in its current state: its role may change, its {@code resourceId} does not. */
  MonitoredInstance instance();

  /**
   * The active sessions, without this connection's session.
   *
   * @return empty if the server did not answer within the second
   */
  Optional<List<ActiveSession>> sessions();

  /**
   * The server's counters at this moment.
   *
   * @return empty if the server did not answer in time
   */
  Optional<ServerTotals> totals();

  /** The texts of these digests, literals masked, as far as the server still has them. */
  List<DigestText> texts(Collection<String> digests);

  /** Settings of the server that hide activity from sampling, and a remedy for each. */
  List<String> limits();

  /** Closes the connection, even while another thread waits for an answer. */
  @Override
  void close();
}
