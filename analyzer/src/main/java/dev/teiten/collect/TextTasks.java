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
 * Fetches the statements of digests whose texts are cut or missing, or whose masked literals could
 * be a finding, each once. The next collect repeats requests that failed or were denied, and those
 * for texts that were not ready. Until then the archive has the cut text.
 */
final class TextTasks {
  /** A killed collect loses no more texts than this. */
  private static final int BATCH = 20;

  private static final int MAX_FAILURES = 3;

  private final LoadSource source;
  private final Archive archive;
  private final CollectRun run;
  private final List<DigestText> batch = new ArrayList<>();
  private int fetched;
  private int failed;
  private final Map<MonitoredInstance, InstanceAnswers> answersOf = new HashMap<>();

  TextTasks(LoadSource source, Archive archive, CollectRun run) {
    this.source = source;
    this.archive = archive;
    this.run = run;
  }

  /**
   * @param range when the digests were seen
   * @return the number of texts fetched
   */
  int collect(List<MonitoredInstance> instances, TimeRange range) {
    for (DigestSightings.Sighting sighting :
        archive.contents().unreadDigests(instances, range, archive.statements())) {
      if (run.isStopping() || !fetch(sighting)) {
        break;
      }
      if (batch.size() == BATCH) {
        flush();
      }
    }
    flush();
    answersOf.values().stream()
        .filter(answers -> !answers.anyText && !answers.refused.isEmpty())
        .forEach(answers -> run.forgone(answers.refused.get(0)));
    return fetched;
  }

  private void flush() {
    archive.addTexts(batch);
    fetched += batch.size();
    batch.clear();
  }

  /** Fetches the text of a digest, and returns whether to continue with others. */
  private boolean fetch(DigestSightings.Sighting sighting) {
    StatementText text = archive.statements().get(sighting.digest());
    if (text != null && text.complete() && text.findings() != null) {
      // Another region has fetched it meanwhile.
      return true;
    }
    InstanceAnswers answers =
        answersOf.computeIfAbsent(sighting.instance(), i -> new InstanceAnswers());
    if (answers.areHopeless()) {
      return true;
    }
    try {
      source
          .fullText(sighting.instance(), sighting.range(), sighting.digest())
          .ifPresent(batch::add);
      answers.anyText = true;
      return true;
    } catch (SourceException e) {
      return canContinue(e, answers);
    }
  }

  /** A digest that the source has dropped is skipped; a denial applies to all digests. */
  private boolean canContinue(SourceException e, InstanceAnswers answers) {
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
        return failed < MAX_FAILURES;
      }
    }
  }

  /** The answers of an instance so far. */
  private static final class InstanceAnswers {
    private final List<SourceException> refused = new ArrayList<>();
    private boolean anyText;

    boolean areHopeless() {
      return !anyText && refused.size() >= MAX_FAILURES;
    }
  }
}
