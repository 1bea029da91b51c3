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
    row("who waits for locks is called a victim", "none set", waiting);
    row("victims named as a cause", "never", waiting, blamed.size());
    power.add(
        ResultTable.row(
            "false discoveries among the " + tally.alarms() + " alarms of these weeks",
            "at most 5 %",
            tally.falseDiscoveries().percent()));
    print("incidents", tally);
    blamed.forEach(b -> System.out.println("blamed: " + b));
  }

  private void row(String what, String target, List<Boolean> found) {
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
   * @param scenarios how many were run
   */
  void write(int scenarios) {
    List<String> rows = new ArrayList<>(quiet);
    rows.add(quietRow("all weeks above together", ChangeTally.sum(quietTallies)));
    rows.addAll(power);
    String introduction =
        scenarios
            + " random clusters over five weeks (seeds from "
            + ValidationScenario.seedOf(0)
            + " on; 1 or 2 instances, 40 statements, of which those with at least 0.05 AAS are"
            + " compared). Besides the weekly noise that each row names, each statement has its own"
            + " days (calls 6 %, work 2 %) and hours (10 % and 4 %, each going with the one"
            + " before), and all share weeks of 3 %, days of 5 %, bursts. Changes begin on Monday"
            + " unless said; new, gone, renamed and waiting statements at any hour until"
            + " Friday.\n\n";
    ScenarioRunner.report(
        "change", introduction + ResultTable.of(rows.toArray(String[]::new)) + misses());
  }
}
