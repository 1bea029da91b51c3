package dev.teiten.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.change.QueryChange.Kind;
import dev.teiten.fixtures.fleet.ClusterSpec;
import dev.teiten.fixtures.fleet.Incident;
import dev.teiten.fixtures.fleet.MinuteSpan;
import dev.teiten.load.ReviewWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Measures false alarms and power of the comparison with the weeks before. */
class ChangeValidation {
  private static final int SCENARIOS = Integer.getInteger("validation.scenarios", 240);
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final ReviewWeek WEEK = ValidationScenario.WEEK;

  // Each kind of scenario has its own seeds.
  private int used;

  private List<ValidationScenario> scenarios(int part, double week, ZoneId zone) {
    List<ValidationScenario> scenarios = new ArrayList<>();
    for (int i = 0; i < Math.max(2, SCENARIOS / part); i++) {
      scenarios.add(ValidationScenario.small(ValidationScenario.seedOf(used + i), week, zone));
    }
    used += scenarios.size();
    return scenarios;
  }

  private static ChangeTally sum(
      List<ValidationScenario> scenarios, Function<ValidationScenario, ChangeTally> judge) {
    return ChangeTally.sum(ScenarioRunner.of(scenarios.size(), i -> judge.apply(scenarios.get(i))));
  }

  private static ChangeTally unchanged(
      ValidationScenario scenario, ClusterSpec cluster, ReviewWeek week) {
    JudgedChanges judged = JudgedChanges.of(scenario, cluster, week, JudgedChanges.WEEKS);
    return new ChangeTally(
        judged.compared(), judged.alarms(), judged.falseAlarms(Set.of()), 0, List.of());
  }

  /** From {@code from} on, a call of a tenth of the queries takes {@code factor} of its work. */
  private static ChangeTally changed(ValidationScenario scenario, double factor, Instant from) {
    IncidentPlanter planted = new IncidentPlanter(scenario, WEEK);
    double days = Duration.between(from, WEEK.range().to()).toHours() / 168.0;
    // A change of less than 0.05 AAS is never an alarm; the CPU queue only adds to the load.
    double least = 1.1 * JudgedChanges.MATERIAL_AAS / Math.abs(factor - 1) / days;
    List<String> names = planted.choose(3, least);
    ClusterSpec cluster = IncidentPlanter.work(scenario.cluster(), names, from, factor);
    JudgedChanges judged = JudgedChanges.of(scenario, cluster, WEEK, JudgedChanges.WEEKS);
    Kind wanted = factor > 1 ? Kind.REGRESSED : Kind.IMPROVED;
    List<String> missed =
        names.stream()
            .filter(name -> !judged.is(name, wanted))
            .map(name -> scenario.seed() + " " + name + " " + judged.changes().get(name))
            .toList();
    return new ChangeTally(
        judged.compared(),
        judged.alarms(),
        judged.falseAlarms(Set.copyOf(names)),
        names.size(),
        missed);
  }

  private static MinuteSpan dayOf(ReviewWeek week, int day) {
    Instant from = week.range().from().plus(Duration.ofDays(day));
    return new MinuteSpan(from, from.plus(Duration.ofDays(1)));
  }

  private ChangeTally quietWeeks(double noise, int part) {
    return sum(scenarios(part, noise, ZoneOffset.UTC), s -> unchanged(s, s.cluster(), WEEK));
  }

  private ChangeTally changedWeeks(double factor, double noise, Instant from) {
    return sum(scenarios(6, noise, ZoneOffset.UTC), s -> changed(s, factor, from));
  }

  private ChangeTally clockChange() {
    ReviewWeek week = new ReviewWeek(LocalDate.of(2026, 10, 26), NEW_YORK);
    return sum(scenarios(12, 0.03, NEW_YORK), s -> unchanged(s, s.cluster(), week));
  }

  private ChangeTally holiday(ReviewWeek when) {
    Incident holiday = new Incident.Holiday(dayOf(when, 2));
    return sum(
        scenarios(12, 0.03, ZoneOffset.UTC), s -> unchanged(s, s.cluster().with(holiday), WEEK));
  }

  private List<TimeScore> scores(Function<ValidationScenario, TimeScore> judge) {
    List<ValidationScenario> scenarios = scenarios(12, 0.03, ZoneOffset.UTC);
    return ScenarioRunner.of(scenarios.size(), i -> judge.apply(scenarios.get(i)));
  }

  private void inTime(ChangeReport report) {
    report.power("a job at other hours", 0.9, TimeScore.tally(scores(TimeScore::moved)));
    report.power("two hours of locks on one day", 0.9, TimeScore.tally(scores(TimeScore::locked)));
    List<TimeScore> filled = scores(TimeScore::filled);
    report.power("a job that fills the writer at other hours", 0.9, TimeScore.tally(filled));
    report.row(
        "victims of a full writer with the moved job as their only suspect",
        "at least 90 %",
        filled.stream().flatMap(score -> score.causes().stream()).toList());
    List<TimeScore> crowds = scores(TimeScore::crowd);
    report.quiet("30 to 60 equal statements, of which 25 are listed", TimeScore.tally(crowds));
    report.row(
        "their loads, or the ranges of them, hold the truth",
        "at least 95 %",
        crowds.stream().flatMap(score -> score.ranges().stream()).toList());
    for (int statements : new int[] {4, 7, 8, 12}) {
      report.quiet(
          "one of " + statements + " statements is new on Friday",
          TimeScore.tally(scores(scenario -> TimeScore.few(scenario, statements))));
    }
  }

  @Test
  void changesAreFoundAndNothingElse() {
    Instant monday = WEEK.range().from();
    Instant wednesday = monday.plus(Duration.ofHours(62));
    ChangeReport report = new ChangeReport();
    report.quiet("weeks without a change, weekly noise 3 %", quietWeeks(0.03, 3));
    report.quiet("weeks without a change, weekly noise 0", quietWeeks(0, 6));
    report.quiet("a week with the end of daylight saving time", clockChange());
    report.quiet("a holiday in the week", holiday(WEEK));
    report.quiet("a holiday in the week before", holiday(WEEK.plus(-1)));
    report.power("+20 % work a call, weekly noise 0", 0.8, changedWeeks(1.2, 0, monday));
    report.power("+30 % work a call, weekly noise 3 %", 0.95, changedWeeks(1.3, 0.03, monday));
    report.power(
        "+50 % from Wednesday 14:00 on, noise 3 %", 0.95, changedWeeks(1.5, 0.03, wednesday));
    report.power(
        "-40 % from Wednesday 14:00 on, noise 3 %", 0.95, changedWeeks(0.6, 0.03, wednesday));
    inTime(report);
    List<ValidationScenario> incidents = scenarios(4, 0.03, ZoneOffset.UTC);
    report.incidents(ScenarioRunner.of(incidents.size(), i -> IncidentScore.of(incidents.get(i))));
    report.write(used);
    assertThat(used).isPositive();
  }
}
