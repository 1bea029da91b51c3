package dev.teiten.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Puts the figures of the change validation into a table. */
final class ChangeReport {
  private final List<String> quiet = new ArrayList<>();
  private final List<ChangeTally> quietTallies = new ArrayList<>();
  private final List<String> power = new ArrayList<>();
  private final List<String> missed = new ArrayList<>();

  void quiet(String what, ChangeTally tally) {
    quietTallies.add(tally);
    quiet.add(quietRow(what, tally));
    print(what, tally);
  }

  private static String quietRow(String what, ChangeTally tally) {
    return ResultTable.row(
        what + " (" + tally.compared() + " queries compared)",
        "at most 0.5 false alarms a week over 200 queries",
        tally.falseAlarmsPer200().text(2));
  }

  void power(String what, double target, ChangeTally tally) {
    power.add(
        ResultTable.row(
            what + " (" + tally.planted() + " changes)",
            String.format(Locale.ROOT, "found: at least %.2f", target),
            tally.power().text(3)));
    power.add(
        ResultTable.row(
            "false discoveries among its " + tally.alarms() + " alarms",
            "at most 5 %",
            tally.falseDiscoveries().percent()));
    print(what, tally);
  }

  private void print(String what, ChangeTally tally) {
    tally.missed().stream()
        .map(m -> m.replaceFirst(" Change\\[kind=(\\w+),.*", " ($1)"))
        .forEach(missed::add);
    System.out.println("== " + what);
    tally.falseAlarms().forEach(alarm -> System.out.println("false: " + alarm));
    tally.missed().forEach(missed -> System.out.println("missed: " + missed));
  }

  void incidents(List<IncidentScore> scores) {
    ChangeTally tally = ChangeTally.sum(scores.stream().map(IncidentScore::tally).toList());
    List<String> blamed = scores.stream().flatMap(s -> s.blamed().stream()).toList();
    List<Boolean> waiting = IncidentScore.all(scores, IncidentScore::victim);
    row("new queries found", "always", IncidentScore.all(scores, IncidentScore::appeared));
    row("gone queries found", "always", IncidentScore.all(scores, IncidentScore::left));
    row("renames offered", "at least 90 %", IncidentScore.all(scores, IncidentScore::renamed));
    row("queries that wait for locks are called victims", "none set", waiting);
    row("victims named as a cause", "never", waiting, blamed.size());
    power.add(
        ResultTable.row(
            "false discoveries among the " + tally.alarms() + " alarms of these weeks",
            "at most 5 %",
            tally.falseDiscoveries().percent()));
    print("incidents", tally);
    blamed.forEach(b -> System.out.println("blamed: " + b));
  }

  void row(String what, String target, List<Boolean> found) {
    row(what, target, found, (int) found.stream().filter(b -> b).count());
  }

  private void row(String what, String target, List<Boolean> of, int hits) {
    power.add(
        ResultTable.row(
            what + " (" + of.size() + ")",
            target,
            EstimateInterval.proportion(hits, of.size()).percent()));
  }

  private String misses() {
    return missed.isEmpty()
        ? ""
        : "\nNot found, by seed and statement: " + String.join("; ", missed) + ".\n";
  }

  /**
   * @param scenarios number of scenarios that ran
   */
  void write(int scenarios) {
    List<String> rows = new ArrayList<>(quiet);
    rows.add(quietRow("all weeks above together", ChangeTally.sum(quietTallies)));
    rows.addAll(power);
    String introduction =
        scenarios
            + " random clusters over five weeks, with seeds from "
            + ValidationScenario.seedOf(0)
            + " on; each has 1 or 2 instances and 40 statements. Statements with at least 0.05 AAS"
            + " are compared. Each row names the weekly noise. Each statement also has noise of its"
            + " days (calls 6 %, work 2 %) and of its hours (10 % and 4 %, correlated with the hour"
            + " before). All statements share noise of 3 % a week and 5 % a day, and bursts. Changes"
            + " begin on Monday unless the row says otherwise. New, gone, renamed and waiting"
            + " statements begin at any hour until Friday.\n\n";
    ScenarioRunner.report(
        "change", introduction + ResultTable.of(rows.toArray(String[]::new)) + misses());
  }
}
