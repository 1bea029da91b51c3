package dev.teiten.size.predict;

import dev.teiten.size.demand.DatedWork;
import dev.teiten.size.demand.DayPeaks;
import dev.teiten.size.demand.OverloadLimits;
import dev.teiten.size.demand.PeakDemand;
import dev.teiten.size.demand.ReaderPeaks;
import dev.teiten.size.demand.SustainedDays;
import java.util.List;

/** The highest minutes of each day, by role. */
record RoleDayPeaks(
    DayPeaks writer, ReaderPeaks readers, DayPeaks together, SustainedDays sustained) {
  static RoleDayPeaks of(List<DatedWork> weeks, OverloadLimits limits) {
    RoleDayPeaks peaks =
        new RoleDayPeaks(
            new DayPeaks(), new ReaderPeaks(), new DayPeaks(), new SustainedDays(limits));
    for (DatedWork week : weeks) {
      peaks.writer.add(week.work().writer());
      peaks.readers.add(week.work());
      peaks.together.add(week.work().together());
      peaks.sustained.add(week.work());
    }
    return peaks;
  }

  PeakDemand demand(int[] days) {
    return new PeakDemand(
        writer.p99(days), readers.p99(days), together.p99(days), sustained.of(days));
  }
}
