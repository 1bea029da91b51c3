package dev.teiten.archive;

import dev.teiten.collect.CollectException;
import dev.teiten.collect.CollectException.Reason;
import dev.teiten.collect.DigestText;
import dev.teiten.collect.LoadSource;
import dev.teiten.collect.MonitoredInstance;
import dev.teiten.load.TimeRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches the whole texts of digests that were cut or did not come, each once. What is not ready,
 * denied or fails is asked for again by the next collect; the cut text stays meanwhile.
 */
final class TextTasks {
  private static final Logger LOG = LoggerFactory.getLogger(TextTasks.class);

  /** A collect that is killed loses no more. */
  private static final int BATCH = 20;

  private static final int MOST_FAILURES = 3;

  private final LoadSource source;
  private final Archive archive;
  private final CollectRun run;
  private final List<DigestText> batch = new ArrayList<>();
  private int fetched;
  private int failed;

  TextTasks(LoadSource source, Archive archive, CollectRun run) {
    this.source = source;
    this.archive = archive;
    this.run = run;
  }

  /**
   * @param range when the digests were seen
   * @return how many texts came
   */
  int collect(List<MonitoredInstance> instances, TimeRange range) {
    for (DigestSightings.Sighting sighting : archive.unreadDigests(instances, range)) {
      if (run.isStopping() || !one(sighting)) {
        break;
      }
      if (batch.size() == BATCH) {
        flush();
      }
    }
    flush();
    return fetched;
  }

  private void flush() {
    archive.addTexts(batch);
    fetched += batch.size();
    batch.clear();
  }

  /** Returns whether to go on. */
  private boolean one(DigestSightings.Sighting sighting) {
    Map<String, StatementText> known = archive.statements();
    StatementText text = known.get(sighting.digest());
    if (text != null && text.complete()) {
      // Another region had it meanwhile.
      return true;
    }
    try {
      source
          .fullText(sighting.instance(), sighting.range(), sighting.digest())
          .ifPresent(batch::add);
      return true;
    } catch (CollectException e) {
      if (e.reason() == Reason.DENIED) {
        LOG.info("Texts longer than 500 bytes stay cut: {}", e.getMessage());
        return false;
      }
      if (e.reason() != Reason.NOT_KEPT) {
        run.failed(e);
        failed++;
      }
      return failed < MOST_FAILURES;
    }
  }
}
