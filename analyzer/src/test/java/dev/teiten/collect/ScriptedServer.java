package dev.teiten.collect;

import dev.teiten.collect.sample.SampledInstance;
import dev.teiten.load.DigestStatistic;
import dev.teiten.load.LiteralFinding;
import dev.teiten.load.StatementText;
import dev.teiten.load.WaitEvent;
import dev.teiten.source.DigestText;
import dev.teiten.source.MonitoredInstance;
import dev.teiten.source.SourceException;
import dev.teiten.source.SourceException.Reason;
import dev.teiten.source.sample.ActiveSession;
import dev.teiten.source.sample.SampleSource;
import dev.teiten.source.sample.ServerTotals;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** A server that follows a script: ten calls of one digest a second, and the given sessions. */
public final class ScriptedServer implements SampleSource {
  public static final String DIGEST = "d1";

  private final Supplier<Instant> clock;
  private final Function<Instant, Integer> sessions;
  private final String id;
  private final Function<Instant, List<LiteralFinding>> findings;

  /**
   * @param sessions number of sessions at a moment; less than 0 for no answer, more than 1,000 for
   *     a lost connection
   */
  public ScriptedServer(Supplier<Instant> clock, String id, Function<Instant, Integer> sessions) {
    this(clock, id, sessions, now -> List.of());
  }

  /**
   * @param findings of the statement that runs at a moment
   */
  ScriptedServer(
      Supplier<Instant> clock,
      String id,
      Function<Instant, Integer> sessions,
      Function<Instant, List<LiteralFinding>> findings) {
    this.clock = clock;
    this.id = id;
    this.sessions = sessions;
    this.findings = findings;
  }

  @Override
  public MonitoredInstance instance() {
    return SampledInstance.instance(id);
  }

  @Override
  public Optional<List<ActiveSession>> sessions() {
    int count = sessions.apply(clock.get());
    if (count > 1000) {
      throw lost();
    }
    ActiveSession one = new ActiveSession(WaitEvent.CPU, DIGEST, "ann", "web-1", "shop");
    return count < 0 ? Optional.empty() : Optional.of(Collections.nCopies(count, one));
  }

  public static SourceException lost() {
    return new SourceException(Reason.UNAVAILABLE, "x", "It is gone", "", new Exception("gone"));
  }

  @Override
  public Optional<ServerTotals> totals() {
    double[] sums = new double[DigestStatistic.values().length];
    sums[DigestStatistic.CALLS_PER_SECOND.ordinal()] = 10.0 * clock.get().toEpochMilli() / 1000;
    return Optional.of(new ServerTotals(Map.of(DIGEST, sums), Map.of()));
  }

  @Override
  public List<DigestText> texts(Collection<String> digests) {
    StatementText text = new StatementText("SELECT ?", true, findings.apply(clock.get()));
    return digests.stream().map(digest -> new DigestText(digest, text)).toList();
  }

  @Override
  public List<String> limits() {
    return List.of();
  }

  @Override
  public void close() {}
}
