package dev.teiten.rank;

import dev.teiten.archive.ClusterLoad;
import dev.teiten.archive.InstanceLoad;
import dev.teiten.cpu.CpuWork;
import dev.teiten.load.Counter;
import dev.teiten.load.Instance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** What a reader of a ranking should know before believing it, one sentence each. */
final class Warnings {
  private static final double MIN_COVERAGE = 0.95;
  private static final double MAX_OTHER = 0.3;
  private static final int MIN_PEAK_DAYS = 3;
  private static final double MAX_LITTLE_ERROR = 0.25;
  private static final int LITTLE_TOP = 5;
  private static final double COMMON = 0.1;

  private final List<String> sentences;

  Warnings(List<String> fromTheArchive) {
    sentences = new ArrayList<>(fromTheArchive);
  }

  List<String> sentences() {
    return sentences;
  }

  void addAll(List<String> more) {
    sentences.addAll(more);
  }

  private void add(boolean when, String format, Object... values) {
    if (when) {
      sentences.add(String.format(Locale.ROOT, format, values));
    }
  }

  void data(ClusterLoad load, @Nullable Double totalAas, double knownAas) {
    double coverage = load.coverage().share();
    add(
        coverage < MIN_COVERAGE,
        "Only %.1f %% of the week's instance-minutes have data.",
        100 * coverage);
    double other = totalAas == null || totalAas == 0 ? 0 : 1 - knownAas / totalAas;
    add(
        other > MAX_OTHER,
        "%.0f %% of the load belongs to no known digest: the ranking shows only part of the whole.",
        100 * other);
    add(
        new Days(load.week()).hasClockChange(),
        "The clocks change in this week: it has %d hours.",
        load.week().range().duration().toHours());
    for (InstanceLoad instance : load.instances()) {
      add(
          changesSize(instance.counters().get(Counter.VCPUS)),
          "%s changed its number of vCPUs inside the week: its CPU work counts only while it had"
              + " its present class.",
          instance.instance().name());
    }
  }

  private static boolean changesSize(double @Nullable [] vcpus) {
    if (vcpus == null) {
      return false;
    }
    double[] known = Arrays.stream(vcpus).filter(v -> !Double.isNaN(v)).toArray();
    OptionalDouble least = Arrays.stream(known).min();
    OptionalDouble most = Arrays.stream(known).max();
    return least.isPresent() && most.orElseThrow() - least.getAsDouble() > 0.5;
  }

  void peak(CpuWork work, Peak peak, Ranking.Order order) {
    for (Map.Entry<Instance, String> unknown : work.unknown().entrySet()) {
      add(
          true,
          "The CPU work of %s is not in the peak figures: %s.",
          unknown.getKey().name(),
          unknown.getValue());
    }
    boolean none = peak.minutes().length == 0;
    add(
        none && order != Ranking.Order.LOAD,
        "No CPU work is known: the order is by load, not by %s.",
        order.name().toLowerCase(Locale.ROOT));
    add(
        !none && peak.dayCount() < MIN_PEAK_DAYS,
        "The peak lies on %d day(s) only: it may be a single event.",
        peak.dayCount());
  }

  void history(ClusterLoad load, History history, Changes changes) {
    int before = history.before();
    add(before == 0, "No week before this one has enough data: changes are undecided.");
    add(
        before > 0 && changes.comparison() == null,
        "Too little of this week has data: changes are undecided.");
    add(
        before == 1,
        "Low power: only one week before this one is known, and only large changes can be told.");
    add(
        load.history().size() > history.weeks().size(),
        "%d week(s) before this one have too little data to compare with.",
        load.history().size() - history.weeks().size());
    Comparison comparison = changes.comparison();
    if (comparison != null) {
      unusual(history, comparison.unusualDays());
      common("The calls", comparison.trafficChange());
      common("The work a call", comparison.workChange());
      long uncounted = changes.uncounted();
      add(
          uncounted > 0,
          "%d queries have no call counts in two weeks: more traffic and more work a call cannot"
              + " be told apart.",
          uncounted);
    }
  }

  private void unusual(History history, boolean[][] days) {
    for (int w = 0; w < days.length; w++) {
      for (int day = 0; day < Days.COUNT; day++) {
        add(
            days[w][day],
            "%s was like a holiday: many queries were called far more or less than on its weekday,"
                + " each in its own way. The day is not compared.",
            history.weeks().get(w).week().monday().plusDays(day));
      }
    }
  }

  private void common(String what, double change) {
    add(
        Math.abs(change) >= COMMON,
        "%s of most queries moved together by %+.0f %%: that is not counted as a change of any one"
            + " query.",
        what,
        100 * change);
  }

  /** Little's law: sessions are calls times the time of a call, or one of the three is wrong. */
  void little(List<Candidate> candidates) {
    candidates.stream()
        .sorted(Candidate.order(Ranking.Order.LOAD))
        .limit(LITTLE_TOP)
        .forEach(
            candidate -> {
              Double error = candidate.load().hours().littleError();
              add(
                  error != null && error > MAX_LITTLE_ERROR,
                  "Calls times latency differ by %.0f %% from the load of %s: its statistics are"
                      + " incomplete, or single calls last over hours.",
                  error == null ? 0 : 100 * error,
                  candidate.load().group().fingerprint());
            });
  }
}
