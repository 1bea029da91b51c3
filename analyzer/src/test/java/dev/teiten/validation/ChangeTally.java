package dev.teiten.validation;

import java.util.ArrayList;
import java.util.List;

/**
 * Counts of one scenario, to be added up.
 *
 * @param compared queries that were large enough to be compared
 * @param alarms every alarm
 * @param falseAlarms alarms without a true change
 * @param planted true changes that should be detected
 * @param missed true changes that were not detected
 */
record ChangeTally(
    int compared, int alarms, List<String> falseAlarms, int planted, List<String> missed) {

  static ChangeTally sum(List<ChangeTally> tallies) {
    List<String> falseAlarms = new ArrayList<>();
    List<String> missed = new ArrayList<>();
    int compared = 0;
    int alarms = 0;
    int planted = 0;
    for (ChangeTally tally : tallies) {
      falseAlarms.addAll(tally.falseAlarms);
      missed.addAll(tally.missed);
      compared += tally.compared;
      alarms += tally.alarms;
      planted += tally.planted;
    }
    return new ChangeTally(compared, alarms, falseAlarms, planted, missed);
  }

  /** False alarms per 200 compared queries. */
  EstimateInterval falseAlarmsPer200() {
    EstimateInterval part = EstimateInterval.proportion(falseAlarms.size(), compared);
    return new EstimateInterval(200 * part.estimate(), 200 * part.low(), 200 * part.high());
  }

  EstimateInterval falseDiscoveries() {
    return EstimateInterval.proportion(falseAlarms.size(), alarms);
  }

  EstimateInterval power() {
    return EstimateInterval.proportion(planted - missed.size(), planted);
  }
}
