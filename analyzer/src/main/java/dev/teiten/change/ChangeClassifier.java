package dev.teiten.change;

import dev.teiten.change.QueryChange.Kind;
import dev.teiten.change.history.ClusterHistory;
import dev.teiten.change.history.DayGrid;
import dev.teiten.change.history.QueryGroup;
import dev.teiten.change.history.QueryHistory;
import dev.teiten.load.ClusterLoad;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Classifies the change of each query against the weeks before, with its cause. */
public final class ChangeClassifier {
  private static final double MIN_COVERAGE = 0.5;
  private static final double PLAN_ROWS = Math.log(2);

  private final ClusterLoad load;
  private final ClusterHistory history;
  private final LoadThresholds thresholds;
  private final Map<String, QueryChange> changes = new HashMap<>();
  private final Map<String, HourlySeries> hours = new HashMap<>();
  private final @Nullable WeekComparison comparison;
  private int uncounted;
  private int hidden;

  /**
   * @param now load of the reviewed week by fingerprint, AAS
   */
  public ChangeClassifier(ClusterLoad load, ClusterHistory history, Map<String, Double> now) {
    this.load = load;
    this.history = history;
    this.thresholds = new LoadThresholds(history, now);
    boolean decidable = history.isComparable() && isCovered();
    this.comparison =
        decidable ? WeekComparison.of(material(), history.before(), history.clockChanges()) : null;
    for (QueryHistory query : history.queries()) {
      boolean isHidden = history.missingDays(query.group()).hidesQuery();
      changes.put(
          query.group().fingerprint(), decidable && !isHidden ? steady(query) : undecided(query));
      hidden += decidable && isHidden && thresholds.isMaterial(query) ? 1 : 0;
    }
    if (comparison != null) {
      List<QueryGroup> groups =
          comparison.comparisons().stream().map(query -> query.history().group()).toList();
      hours.putAll(HourlySeries.of(load, groups, history));
      for (QueryComparison query : comparison.comparisons()) {
        changes.put(query.history().group().fingerprint(), decide(query));
      }
    }
  }

  /** The queries with enough load, now or before, for a change to matter. */
  private List<QueryHistory> material() {
    return history.queries().stream()
        .filter(thresholds::isMaterial)
        .filter(query -> !history.missingDays(query.group()).hidesQuery())
        .toList();
  }

  private boolean isCovered() {
    double most = history.weeks().get(history.before()).instanceCoverage().highestShare();
    return Math.max(load.coverage().share(), most) >= MIN_COVERAGE;
  }

  /** The change of a query; undecided if the history does not know it. */
  public QueryChange of(String fingerprint) {
    return changes.getOrDefault(fingerprint, QueryChange.undecided(null));
  }

  /** The comparison with the weeks before; null if the week could not be compared. */
  @Nullable
  public WeekComparison comparison() {
    return comparison;
  }

  /** The number of queries that ran now and before without call counts to compare. */
  public int uncounted() {
    return uncounted;
  }

  /** The number of queries that ran nearly only on instances without data. */
  public int hidden() {
    return hidden;
  }

  private QueryChange undecided(QueryHistory query) {
    return QueryChange.undecided(history.before() == 0 ? null : thresholds.before(query));
  }

  /** No change found, or too little load for it to matter; the effect is that of the load. */
  private QueryChange steady(QueryHistory query) {
    Double before = thresholds.before(query);
    Double effect = before == null || before == 0 ? null : thresholds.now(query) / before - 1;
    return new QueryChange(Kind.STEADY, before, effect, null, null, null, null, null);
  }

  private QueryChange decide(QueryComparison compared) {
    QueryHistory query = compared.history();
    if (thresholds.isNew(query)) {
      Instant since = hours(query).flatMap(HourlySeries::firstSeen).orElse(null);
      return new QueryChange(
          Kind.NEW, thresholds.before(query), null, null, null, null, since, null);
    }
    if (!compared.hasCalls()) {
      // Without calls, more traffic and more work cannot be told apart.
      uncounted += thresholds.ranInBoth(query) ? 1 : 0;
      return undecided(query);
    }
    if (compared.work().matters(query.workAas().week(history.before()))) {
      Kind kind = compared.work().rose() ? Kind.REGRESSED : Kind.IMPROVED;
      return change(kind, query, compared.work(), causeOf(compared));
    }
    double[] counted = query.countedAas().week(history.before());
    if (compared.calls().matters(counted)) {
      Kind kind = compared.calls().rose() ? Kind.TRAFFIC_UP : Kind.TRAFFIC_DOWN;
      return change(kind, query, compared.calls(), "CALLS");
    }
    if (compared.time().matters(counted) && compared.time().rose()) {
      return victim(query, compared.time());
    }
    return steady(query);
  }

  /** A new plan moves the rows examined too; more data or slower I/O moves the work alone. */
  private String causeOf(QueryComparison compared) {
    LevelShift shift = compared.work().shift();
    int fromDay = shift == null ? 0 : shift.fromDay();
    double rows = compared.history().rowsShift(history.before(), fromDay);
    boolean sameDirection = compared.work().rose() == rows > 0;
    return sameDirection && Math.abs(rows) >= PLAN_ROWS ? "PLAN" : "PER_CALL";
  }

  private QueryChange victim(QueryHistory query, ShiftFinding time) {
    int fromDay = time.shift() == null ? 0 : time.shift().fromDay();
    Optional<String> cause = VictimCause.of(history, query, fromDay);
    // If most of the rise is the query's own work, but not surely, the change is undecided.
    return cause.isPresent() ? change(Kind.VICTIM, query, time, cause.get()) : undecided(query);
  }

  private QueryChange change(Kind kind, QueryHistory query, ShiftFinding finding, String cause) {
    LevelShift surest = finding.shift();
    if (surest == null) {
      return undecided(query);
    }
    Instant since = since(kind, query, surest.log()).orElse(null);
    LevelShift shift = since == null ? surest : after(since, finding, surest);
    return new QueryChange(
        kind,
        thresholds.before(query),
        shift.effect(),
        shift.effectLow(),
        shift.effectHigh(),
        finding.qValue(),
        since,
        cause);
  }

  /** The shift over the whole days after the step; earlier days would dilute it. */
  private LevelShift after(Instant since, ShiftFinding finding, LevelShift surest) {
    DayGrid days = new DayGrid(load.week());
    int day = days.dayOf(since);
    boolean midnight = since.equals(days.start(day));
    LevelShift whole = finding.shifts().from(midnight ? day : day + 1);
    return whole == null || whole.log() * surest.log() < 0 ? surest : whole;
  }

  private Optional<Instant> since(Kind kind, QueryHistory query, double shift) {
    return hours(query)
        .flatMap(
            series ->
                switch (kind) {
                  case REGRESSED, IMPROVED -> series.workStep(shift);
                  case VICTIM -> series.timeStep(shift);
                  default -> series.callStep(shift, query.usualCalls(history.before()));
                });
  }

  private Optional<HourlySeries> hours(QueryHistory query) {
    return Optional.ofNullable(hours.get(query.group().fingerprint()));
  }
}
