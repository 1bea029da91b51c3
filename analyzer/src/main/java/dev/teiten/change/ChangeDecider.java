package dev.teiten.change;

import dev.teiten.change.HourMoveSearch.MoveTest;
import dev.teiten.change.IncidentSearch.IncidentTest;
import dev.teiten.change.QueryChange.Kind;
import dev.teiten.change.history.ClusterHistory;
import dev.teiten.change.history.DayGrid;
import dev.teiten.change.history.QueryGroup;
import dev.teiten.change.history.QueryHistory;
import dev.teiten.change.history.QueryHours;
import dev.teiten.load.ClusterLoad;
import dev.teiten.load.TimeUnits;
import dev.teiten.load.WaitClass;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides the kind of change of one compared query, with its date and its cause. */
final class ChangeDecider {
  private static final double PLAN_ROWS = Math.log(2);

  private final ClusterLoad load;
  private final ClusterHistory history;
  private final LoadThresholds thresholds;
  private final Map<String, HourlySeries> hours;
  private final CauseSearch causes;
  private final int before;

  ChangeDecider(
      ClusterLoad load,
      ClusterHistory history,
      LoadThresholds thresholds,
      List<QueryGroup> groups) {
    this.load = load;
    this.history = history;
    this.thresholds = thresholds;
    this.hours = HourlySeries.of(load, groups, history);
    this.causes = new CauseSearch(load, history);
    this.before = history.before();
  }

  QueryChange decide(QueryComparison compared) {
    QueryHistory query = compared.history();
    if (thresholds.isNew(query)) {
      Instant since = hours(query).flatMap(HourlySeries::firstSeen).orElse(null);
      return new QueryChange(
          Kind.NEW, thresholds.before(query), null, null, null, null, since, null);
    }
    List<QueryChange> found = new ArrayList<>();
    moved(compared).ifPresent(found::add);
    work(compared).ifPresent(found::add);
    // At other hours the calls of single weekdays differ; their sum does not.
    if (found.isEmpty() || found.get(0).kind() != Kind.MOVED_IN_TIME) {
      calls(compared).ifPresent(found::add);
    }
    if (found.isEmpty()) {
      waiting(compared).ifPresent(found::add);
    }
    incident(compared).ifPresent(found::add);
    if (found.size() > 1) {
      found.removeIf(change -> change.kind() == Kind.UNDECIDED);
    }
    if (found.isEmpty()) {
      return compared.hasCalls() ? thresholds.steady(query) : thresholds.undecided(query);
    }
    return found.get(0).withAlso(further(found.subList(1, found.size())));
  }

  private static List<FurtherChange> further(List<QueryChange> others) {
    List<FurtherChange> further = new ArrayList<>();
    for (QueryChange other : others) {
      Double q = other.qValue();
      if (q != null) {
        further.add(new FurtherChange(other.kind(), other.effect(), q));
      }
    }
    return further;
  }

  private Optional<QueryChange> moved(QueryComparison compared) {
    MoveTest move = compared.events().sureMove();
    QueryHistory query = compared.history();
    if (move == null || move.share() * thresholds.now(query) < ShiftFinding.MIN_AAS) {
      return Optional.empty();
    }
    Instant since = null;
    if (move.profile().firstDay().isPresent()) {
      since = new DayGrid(load.week()).start(move.profile().firstDay().getAsInt());
    }
    return Optional.of(
        QueryChange.moved(
            thresholds.before(query), compared.events().moveQ(), since, move.profile().move()));
  }

  private Optional<QueryChange> work(QueryComparison compared) {
    QueryHistory query = compared.history();
    if (!compared.work().matters(query.workAas().week(before))) {
      return Optional.empty();
    }
    if (!compared.work().rose()) {
      return change(Kind.IMPROVED, query, compared.work(), causeOf(compared));
    }
    List<String> fillers = fillers(query, compared.work());
    return fillers.isEmpty()
        ? change(Kind.REGRESSED, query, compared.work(), causeOf(compared))
        : Optional.of(thresholds.undecided(query).withSuspects(fillers));
  }

  /** The queries that filled the CPUs in the hours in which this one seems to work more. */
  private List<String> fillers(QueryHistory query, ShiftFinding work) {
    int fromDay = work.shift() == null ? 0 : work.shift().fromDay();
    double[] waiting = causes.waiting(query, fromDay);
    if (!causes.isMostlyFull(query.group(), waiting)) {
      return List.of();
    }
    CauseSearch.Causes who = causes.of(query.group(), waiting, false);
    return who.isOwn() ? List.of() : who.suspects();
  }

  private Optional<QueryChange> calls(QueryComparison compared) {
    QueryHistory query = compared.history();
    if (!compared.calls().matters(query.countedAas().week(before))) {
      return Optional.empty();
    }
    Kind kind = compared.calls().rose() ? Kind.TRAFFIC_UP : Kind.TRAFFIC_DOWN;
    return change(kind, query, compared.calls(), "CALLS");
  }

  /** A new plan moves the rows examined too; more data or slower I/O moves the work alone. */
  private String causeOf(QueryComparison compared) {
    LevelShift shift = compared.work().shift();
    int fromDay = shift == null ? 0 : shift.fromDay();
    double rows = compared.history().rowsShift(before, fromDay);
    boolean sameDirection = compared.work().rose() == rows > 0;
    return sameDirection && Math.abs(rows) >= PLAN_ROWS ? "PLAN" : "PER_CALL";
  }

  /** Longer calls without more work of their own. */
  private Optional<QueryChange> waiting(QueryComparison compared) {
    QueryHistory query = compared.history();
    ShiftFinding time = compared.time();
    if (!time.matters(query.countedAas().week(before)) || !time.rose()) {
      return Optional.empty();
    }
    int fromDay = time.shift() == null ? 0 : time.shift().fromDay();
    Optional<String> wait = VictimCause.of(history, query, fromDay);
    if (wait.isEmpty()) {
      // If most of the rise is the query's own work, but not surely, the change is undecided.
      return Optional.of(thresholds.undecided(query));
    }
    CauseSearch.Causes who =
        causes.of(query.group(), causes.waiting(query, fromDay), VictimCause.isLock(wait.get()));
    return who.isOwn()
        ? Optional.of(thresholds.undecided(query))
        : change(Kind.VICTIM, query, time, wait.get())
            .map(victim -> victim.withSuspects(who.suspects()));
  }

  private Optional<QueryChange> incident(QueryComparison compared) {
    IncidentTest incident = compared.events().sureIncident();
    if (incident == null) {
      return Optional.empty();
    }
    QueryHistory query = compared.history();
    IncidentWindow window =
        IncidentWindow.of(load, query.group(), incident.waitClass(), incident.day());
    double[] waiting = new double[QueryHours.COUNT];
    double[] added = window.added();
    System.arraycopy(added, 0, waiting, incident.day() * TimeUnits.HOURS_PER_DAY, added.length);
    boolean isLock = incident.waitClass() == WaitClass.ROW_LOCK;
    boolean waits = isLock || incident.cause().equals("CPU");
    return Optional.of(
        QueryChange.incident(
            thresholds.before(query),
            incident,
            compared.events().incidentQ(),
            window,
            waits ? causes.of(query.group(), waiting, isLock).suspects() : List.of()));
  }

  private Optional<QueryChange> change(
      Kind kind, QueryHistory query, ShiftFinding finding, String cause) {
    LevelShift surest = finding.shift();
    if (surest == null) {
      return Optional.empty();
    }
    Instant since = since(kind, query, surest.log()).orElse(null);
    LevelShift shift = since == null ? surest : after(since, finding, surest);
    return Optional.of(
        new QueryChange(
            kind,
            thresholds.before(query),
            shift.effect(),
            shift.effectLow(),
            shift.effectHigh(),
            finding.qValue(),
            since,
            cause));
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
                  default -> series.callStep(shift, query.usualCalls(before));
                });
  }

  private Optional<HourlySeries> hours(QueryHistory query) {
    return Optional.ofNullable(hours.get(query.group().fingerprint()));
  }
}
