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

/** Says of each query what changed against the weeks before, and why. */
public final class ChangeClassifier {
  private static final double MIN_COVERAGE = 0.5;
  private static final double PLAN_ROWS = Math.log(2);

  private final ClusterLoad load;
  private final ClusterHistory history;
  private final LoadThresholds levels;
  private final Map<String, QueryChange> changes = new HashMap<>();
  private final Map<String, HourlySeries> hours = new HashMap<>();
  private final @Nullable WeekComparison comparison;
  private int uncounted;
  private int unheard;

  /**
   * @param now load of the reviewed week by fingerprint, AAS
   */
  public ChangeClassifier(ClusterLoad load, ClusterHistory history, Map<String, Double> now) {
    this.load = load;
    this.history = history;
    this.levels = new LoadThresholds(history, now);
    boolean decidable = history.isComparable() && isCovered();
    this.comparison =
        decidable ? WeekComparison.of(material(), history.before(), history.clockChanges()) : null;
    for (QueryHistory query : history.queries()) {
      boolean hidden = history.silence(query.group()).hides();
      changes.put(
          query.group().fingerprint(), decidable && !hidden ? steady(query) : undecided(query));
      unheard += decidable && hidden && levels.isMaterial(query) ? 1 : 0;
    }
    if (comparison != null) {
      List<QueryGroup> groups =
          comparison.evidence().stream().map(e -> e.history().group()).toList();
      hours.putAll(HourlySeries.of(load, groups, history));
      for (QueryComparison evidence : comparison.evidence()) {
        changes.put(evidence.history().group().fingerprint(), decide(evidence));
      }
    }
  }

  /** The queries that hold enough load, now or before, for a change to matter. */
  private List<QueryHistory> material() {
    return history.queries().stream()
        .filter(levels::isMaterial)
        .filter(query -> !history.silence(query.group()).hides())
        .toList();
  }

  private boolean isCovered() {
    double most = history.weeks().get(history.before()).instanceCoverage().highestShare();
    return Math.max(load.coverage().share(), most) >= MIN_COVERAGE;
  }

  public QueryChange of(String fingerprint) {
    return changes.getOrDefault(fingerprint, QueryChange.undecided(null));
  }

  /** Null where the week could not be compared. */
  @Nullable
  public WeekComparison comparison() {
    return comparison;
  }

  /** How many queries that ran now and before have no call counts to compare. */
  public int uncounted() {
    return uncounted;
  }

  /** How many queries ran nearly only on instances of which nothing is known. */
  public int unheard() {
    return unheard;
  }

  private QueryChange undecided(QueryHistory query) {
    return QueryChange.undecided(history.before() == 0 ? null : levels.before(query));
  }

  /** Nothing found, or too little load for a change to matter; the effect is that of the load. */
  private QueryChange steady(QueryHistory query) {
    Double before = levels.before(query);
    Double effect = before == null || before == 0 ? null : levels.now(query) / before - 1;
    return new QueryChange(Kind.STEADY, before, effect, null, null, null, null, null);
  }

  private QueryChange decide(QueryComparison evidence) {
    QueryHistory query = evidence.history();
    if (levels.isNew(query)) {
      Instant since = hours(query).flatMap(HourlySeries::firstSeen).orElse(null);
      return new QueryChange(Kind.NEW, levels.before(query), null, null, null, null, since, null);
    }
    if (!evidence.hasCalls()) {
      // Without calls nobody can tell more traffic from more work.
      uncounted += levels.ranInBoth(query) ? 1 : 0;
      return undecided(query);
    }
    if (evidence.work().matters(WeekComparison.lastWeek(query.workAas()))) {
      Kind kind = evidence.work().rose() ? Kind.REGRESSED : Kind.IMPROVED;
      return change(kind, query, evidence.work(), causeOf(evidence));
    }
    double[] counted = WeekComparison.lastWeek(query.countedAas());
    if (evidence.calls().matters(counted)) {
      Kind kind = evidence.calls().rose() ? Kind.TRAFFIC_UP : Kind.TRAFFIC_DOWN;
      return change(kind, query, evidence.calls(), "CALLS");
    }
    if (evidence.time().matters(counted) && evidence.time().rose()) {
      return victim(query, evidence.time());
    }
    return steady(query);
  }

  /**
   * Another plan examines other rows; more data or slower I/O move the work but not so the rows.
   */
  private String causeOf(QueryComparison evidence) {
    LevelShift shift = evidence.work().shift();
    int fromDay = shift == null ? 0 : shift.fromDay();
    double rows = evidence.history().rowsShift(history.before(), fromDay);
    boolean together = evidence.work().rose() == rows > 0;
    return together && Math.abs(rows) >= PLAN_ROWS ? "PLAN" : "PER_CALL";
  }

  private QueryChange victim(QueryHistory query, ShiftFinding time) {
    int fromDay = time.shift() == null ? 0 : time.shift().fromDay();
    Optional<String> cause = VictimCause.of(history, query, fromDay);
    // Where most of the rise is the query's own work, but not surely, nothing is claimed.
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
        levels.before(query),
        shift.effect(),
        shift.effectLow(),
        shift.effectHigh(),
        finding.qValue(),
        since,
        cause);
  }

  /** The shift of the whole days after the step: the days before it would water it down. */
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
            own ->
                switch (kind) {
                  case REGRESSED, IMPROVED -> own.workStep(shift);
                  case VICTIM -> own.timeStep(shift);
                  default -> own.callStep(shift, query.usualCalls(history.before()));
                });
  }

  private Optional<HourlySeries> hours(QueryHistory query) {
    return Optional.ofNullable(hours.get(query.group().fingerprint()));
  }
}
