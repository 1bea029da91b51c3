package dev.teiten.rank;

import dev.teiten.change.ChangeClassifier;
import dev.teiten.change.ComparableDays;
import dev.teiten.change.WeekComparison;
import dev.teiten.change.history.ClusterHistory;
import dev.teiten.change.history.DayGrid;
import dev.teiten.cpu.CpuWork;
import dev.teiten.load.ClusterLoad;
import dev.teiten.load.Instance;
import dev.teiten.load.InstanceCounter;
import dev.teiten.load.InstanceLoad;
import dev.teiten.load.KnownValues;
import dev.teiten.load.Sentence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Collects the warnings of a ranking, one sentence each. */
final class RankingWarnings {
  private static final double MIN_COVERAGE = 0.95;
  static final double MAX_OTHER = 0.3;
  private static final int MIN_PEAK_DAYS = 3;
  private static final double MAX_LITTLE_ERROR = 0.25;
  private static final double MAX_UNCOUNTED = 0.1;
  private static final int LITTLE_TOP = 5;
  private static final double COMMON = 0.1;

  private final List<Sentence> sentences;

  RankingWarnings(List<Sentence> fromTheArchive) {
    sentences = new ArrayList<>(fromTheArchive);
  }

  List<Sentence> sentences() {
    return sentences;
  }

  void addAll(List<Sentence> more) {
    sentences.addAll(more);
  }

  private void add(boolean when, RankingText text, Object... values) {
    if (when) {
      sentences.add(text.of(values));
    }
  }

  void data(ClusterLoad load, @Nullable Double totalAas, double knownAas) {
    double coverage = load.coverage().share();
    add(coverage < MIN_COVERAGE, RankingText.COVERAGE, 100 * coverage);
    double other = totalAas == null || totalAas == 0 ? 0 : 1 - knownAas / totalAas;
    add(other > MAX_OTHER, RankingText.OTHER, 100 * other);
    add(
        new DayGrid(load.week()).hasClockChange(),
        RankingText.CLOCK_CHANGE,
        load.week().range().duration().toHours());
    InstanceLifetimeWarnings lifetimes = new InstanceLifetimeWarnings(load);
    sentences.addAll(lifetimes.warnings());
    for (InstanceLoad instance : load.instances()) {
      add(
          changesSize(instance.counters().get(InstanceCounter.VCPUS)),
          RankingText.RESIZED,
          instance.instance().name());
    }
  }

  private static boolean changesSize(double @Nullable [] vcpus) {
    if (vcpus == null) {
      return false;
    }
    OptionalDouble least = Arrays.stream(KnownValues.of(vcpus)).min();
    OptionalDouble most = Arrays.stream(KnownValues.of(vcpus)).max();
    return least.isPresent() && most.orElseThrow() - least.getAsDouble() > 0.5;
  }

  void peak(CpuWork work, PeakMinutes peak, Ranking.Order order) {
    unknownWork(work.unknown());
    boolean isUnknown = peak.minutes().length == 0;
    add(
        isUnknown && order != Ranking.Order.LOAD,
        RankingText.NO_CPU_WORK,
        order.name().toLowerCase(Locale.ROOT));
    add(!isUnknown && peak.dayCount() < MIN_PEAK_DAYS, RankingText.FEW_PEAK_DAYS, peak.dayCount());
  }

  /** A sentence for each instance; one for each reason if there are many instances. */
  private void unknownWork(Map<Instance, Sentence> unknown) {
    Map<Sentence, Long> reasons = new LinkedHashMap<>();
    unknown.values().forEach(reason -> reasons.merge(reason, 1L, Long::sum));
    if (unknown.size() > InstanceLifetimeWarnings.MOST_SENTENCES) {
      reasons.forEach((reason, count) -> add(true, RankingText.NO_CPU_WORK_OF_MANY, count, reason));
    } else {
      unknown.forEach(
          (instance, reason) -> add(true, RankingText.NO_CPU_WORK_OF, instance.name(), reason));
    }
  }

  void history(ClusterLoad load, ClusterHistory history, ChangeClassifier changes) {
    int before = history.before();
    add(before == 0, RankingText.NO_WEEK_BEFORE);
    add(before > 0 && changes.comparison() == null, RankingText.LITTLE_OF_THIS_WEEK);
    add(before == 1, RankingText.LOW_POWER);
    add(
        load.history().size() > history.weeks().size(),
        RankingText.WEEKS_LEFT_OUT,
        load.history().size() - history.weeks().size());
    WeekComparison comparison = changes.comparison();
    if (comparison != null) {
      missingData(load, history, changes.hidden());
      unusual(history, comparison.days());
      common(RankingText.CALLS_TOGETHER, comparison.trafficChange());
      common(RankingText.WORK_TOGETHER, comparison.workChange());
      long uncounted = changes.uncounted();
      add(uncounted > 0, RankingText.UNCOUNTED, uncounted);
      add(changes.nearCut() > 0, RankingText.NEAR_CUT, changes.nearCut());
    }
  }

  /** A single day does not count: a restart or a new instance costs one. */
  private void missingData(ClusterLoad load, ClusterHistory history, int hidden) {
    Map<String, Integer> days = history.missingDayCounts();
    for (InstanceLoad instance : load.instances()) {
      int missing = days.getOrDefault(instance.instance().resourceId(), 0);
      add(missing > 1, RankingText.SILENT, instance.instance().name(), missing);
    }
    add(hidden > 0, RankingText.UNHEARD, hidden);
  }

  private void unusual(ClusterHistory history, ComparableDays days) {
    for (int w = 0; w < history.weeks().size(); w++) {
      for (int day = 0; day < DayGrid.COUNT; day++) {
        String date = history.weeks().get(w).week().monday().plusDays(day).toString();
        boolean unusual = days.unusual().contains(w, day);
        add(unusual, RankingText.UNUSUAL_DAY, date);
        add(!unusual && days.commonlyUnusual().contains(w, day), RankingText.UNUSUAL_TRAFFIC, date);
      }
    }
  }

  private void common(RankingText text, double change) {
    add(Math.abs(change) >= COMMON, text, 100 * change);
  }

  /**
   * Warns of digests without statistics, and of statistics that break Little's law: sessions are
   * calls times the time of a call, or one of the three is wrong.
   */
  void statistics(List<RankCandidate> candidates) {
    double total = 0;
    double uncounted = 0;
    for (RankCandidate candidate : candidates) {
      total += candidate.load().loadAas();
      uncounted += candidate.load().hours().uncountedShare() * candidate.load().loadAas();
    }
    double share = total > 0 ? uncounted / total : 0;
    add(share > MAX_UNCOUNTED && share < 1, RankingText.UNCOUNTED_DIGESTS, 100 * share);
    candidates.stream()
        .sorted(RankCandidate.order(Ranking.Order.LOAD))
        .limit(LITTLE_TOP)
        .forEach(this::little);
  }

  private void little(RankCandidate candidate) {
    Double error = candidate.load().hours().littleError();
    add(
        error != null && error > MAX_LITTLE_ERROR,
        RankingText.LITTLE,
        error == null ? 0 : 100 * error,
        candidate.load().group().fingerprint());
  }
}
