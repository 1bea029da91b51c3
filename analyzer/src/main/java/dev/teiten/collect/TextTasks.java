package dev.teiten.collect;

import dev.teiten.archive.Archive;
import dev.teiten.archive.read.DigestSightings;
import dev.teiten.load.StatementText;
import dev.teiten.load.TimeRange;
import dev.teiten.source.DigestText;
import dev.teiten.source.LoadSource;
import dev.teiten.source.MonitoredInstance;
import dev.teiten.source.SourceException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Fetches the whole texts of digests that were cut or did not come, each once. What is not ready,
 * denied or fails is asked for again by the next collect; the cut text stays meanwhile.
 */
final class TextTasks {
  /** A collect that is killed loses no more. */
  private static final int BATCH = 20;

  private static final int MOST_FAILURES = 3;

  private final LoadSource source;
  private final Archive archive;
  private final CollectRun run;
  private final List<DigestText> batch = new ArrayList<>();
  private int fetched;
  private int failed;
  private final Map<MonitoredInstance, Answers> ofInstance = new HashMap<>();

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
    ofInstance.values().stream()
        .filter(answers -> !answers.some && !answers.refused.isEmpty())
        .forEach(answers -> run.forgone(answers.refused.get(0)));
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
    Answers answers = ofInstance.computeIfAbsent(sighting.instance(), i -> new Answers());
    if (answers.areHopeless()) {
      return true;
    }
    try {
      source
          .fullText(sighting.instance(), sighting.range(), sighting.digest())
          .ifPresent(batch::add);
      answers.some = true;
      return true;
    } catch (SourceException e) {
      return isWorthGoingOn(e, answers);
    }
  }

  /** A digest that is no longer kept costs itself; a denial is for all. */
  private boolean isWorthGoingOn(SourceException e, Answers answers) {
    switch (e.reason()) {
      case DENIED -> {
        run.forgone(e);
        return false;
      }
      case NOT_KEPT -> {
        answers.refused.add(e);
        return true;
      }
      default -> {
        run.failed(e);
        failed++;
        return failed < MOST_FAILURES;
      }
    }
  }

  /** What an instance said so far. */
  private static final class Answers {
    private final List<SourceException> refused = new ArrayList<>();
    private boolean some;

    boolean areHopeless() {
      return !some && refused.size() >= MOST_FAILURES;
    }
  }
}
