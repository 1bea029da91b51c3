package dev.teiten.size.demand;

import dev.teiten.load.TimeUnits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The sustained demand of each day; a backlog over midnight belongs to neither day. */
public final class SustainedDays {
  private final OverloadLimits limits;
  private final List<SustainedDemand> days = new ArrayList<>();

  public SustainedDays(OverloadLimits limits) {
    this.limits = limits;
  }

  /** Adds the seven days of a week. */
  public void add(WeekWork week) {
    for (int day = 0; day < TimeUnits.DAYS_PER_WEEK; day++) {
      days.add(SustainedDemand.of(week.day(day), limits));
    }
  }

  /** The demand of a week of these days. */
  public SustainedDemand of(int[] chosen) {
    return Arrays.stream(chosen).mapToObj(days::get).reduce(SustainedDemand::max).orElseThrow();
  }
}
