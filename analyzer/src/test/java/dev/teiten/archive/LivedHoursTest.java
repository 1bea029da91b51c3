package dev.teiten.archive;

import static dev.teiten.archive.MemberLife.NEXT;
import static dev.teiten.archive.MemberLife.WEEK;
import static dev.teiten.archive.MemberLife.WRITER;
import static dev.teiten.archive.MemberLife.at;
import static dev.teiten.archive.MemberLife.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.teiten.collect.EmulatedAws;
import dev.teiten.load.ClusterLoad;
import dev.teiten.load.DigestDayHours;
import dev.teiten.load.Role;
import dev.teiten.load.TimeRange;
import dev.teiten.source.InstanceDay;
import dev.teiten.source.MonitoredInstance;
import dev.teiten.source.SourceSeries;
import dev.teiten.source.SourceSeries.SeriesKind;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A digest's load in an hour counts with the part of the hour in which the instance ran. */
class LivedHoursTest {
  private static final LocalDate TUESDAY = WEEK.monday().plusDays(1);

  @TempDir Path folder;

  /** A UTC day on which one digest has a load in the hours from {@code from} to {@code to}. */
  private static InstanceDay day(MonitoredInstance instance, double aas, int from, int to) {
    Instant start = TUESDAY.atStartOfDay(ZoneOffset.UTC).toInstant();
    float[] hours = new float[24];
    Arrays.fill(hours, Float.NaN);
    Arrays.fill(hours, from, to, (float) aas);
    float[] minutes = new float[24 * 60];
    Arrays.fill(minutes, (float) aas);
    return new InstanceDay(
        instance,
        new TimeRange(start, start.plusSeconds(86_400)),
        List.of(
            new SourceSeries(SeriesKind.TOTAL, "", "", start, 60, minutes),
            new SourceSeries(SeriesKind.HOUR, "", "", start, 3600, hours),
            new SourceSeries(SeriesKind.HOUR_DIGEST, "D", "", start, 3600, hours)),
        List.of(),
        List.of());
  }

  @Test
  void halfAnHourCountsHalf() {
    Instant born = at(1, 17).plusSeconds(1800);
    MemberLife reader =
        new MemberLife(
            "main", "cluster-MAIN", "application-autoscaling-1", "db-A", born, at(1, 23));
    try (Archive archive = EmulatedAws.archive(folder)) {
      archive.addInventory(
          List.of(WRITER.seen(Role.WRITER, at(1, 18)), reader.seen(Role.READER, at(1, 18))), true);
      archive.addInventory(List.of(WRITER.seen(Role.WRITER, at(2, 18))), true);
      archive.addEvents(
          List.of(
              event(born, reader.name(), "DB instance created"),
              event(reader.to(), reader.name(), "DB instance deleted")));
      archive.putDay(day(WRITER.seen(Role.WRITER, NEXT), 2, 0, 24), true);
      archive.putDay(day(reader.seen(Role.READER, NEXT), 4, 17, 23), true);
      ClusterLoad load = archive.load("main", WEEK, 1);

      DigestDayHours hours =
          load.history().get(load.history().size() - 1).hours().days().stream()
              .filter(day -> day.digest().equals("D"))
              .findFirst()
              .orElseThrow();
      assertThat(hours.loadAas()[16]).isCloseTo(2, within(1e-6));
      assertThat(hours.loadAas()[17]).isCloseTo(2 + 4 * 0.5, within(1e-6));
      assertThat(hours.loadAas()[18]).isCloseTo(2 + 4, within(1e-6));
      assertThat(hours.loadAas()[23]).isCloseTo(2, within(1e-6));
    }
  }
}
