package dev.teiten.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.collect.EmulatedAws;
import dev.teiten.cpu.InstanceDigests;
import dev.teiten.load.InstanceLoad;
import dev.teiten.load.ReviewWeek;
import dev.teiten.load.Role;
import dev.teiten.load.TimeRange;
import dev.teiten.source.InstanceDay;
import dev.teiten.source.MonitoredInstance;
import dev.teiten.source.SourceSeries;
import dev.teiten.source.SourceSeries.SeriesKind;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The source cuts hours in UTC; a week may begin inside an hour. */
class HalfHourZoneTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 11, 8);

  @TempDir Path folder;

  /** A digest without minutes always holds one session. */
  @ParameterizedTest
  @CsvSource({
    "UTC, 2026-11-09T00:00:00Z, 168",
    "Asia/Kolkata, 2026-11-08T18:00:00Z, 169",
    "Asia/Kathmandu, 2026-11-08T18:00:00Z, 169",
    "America/St_Johns, 2026-11-09T03:00:00Z, 169"
  })
  void everyMinuteOfTheWeekHasTheLoadOfItsHour(String zone, Instant first, int hours) {
    ReviewWeek week = ReviewWeek.parse("2026-W46", ZoneId.of(zone));
    InstanceLoad load = collected().load("main", week, 0).instances().get(0);

    assertThat(load.hours()).hasSize(hours).allMatch(hour -> hour.loadAas() == 1);
    assertThat(load.hours().get(0).from()).isEqualTo(first);
    assertThat(load.total()).hasSize(7 * 1440).containsOnly(1);
    double[] sum = new double[load.total().length];
    InstanceDigests.of(load, week.range()).addLoad("a", sum);
    assertThat(sum).containsOnly(1);
  }

  private Archive collected() {
    Archive archive = EmulatedAws.archive(folder);
    Instant seen = FIRST.atStartOfDay(ZoneOffset.UTC).toInstant();
    MonitoredInstance instance =
        InstanceDays.instance("us-east-1", "main", "main-1", "db.r5.large", Role.WRITER, seen);
    archive.addInventory(List.of(instance));
    for (int day = 0; day < 9; day++) {
      Instant from = FIRST.plusDays(day).atStartOfDay(ZoneOffset.UTC).toInstant();
      List<SourceSeries> series =
          List.of(
              ones(SeriesKind.TOTAL, "", from, 60),
              ones(SeriesKind.HOUR, "", from, 3600),
              ones(SeriesKind.HOUR_DIGEST, "a", from, 3600));
      TimeRange range = new TimeRange(from, from.plusSeconds(86_400));
      archive.putDay(new InstanceDay(instance, range, series, List.of(), List.of()), true);
    }
    return archive;
  }

  private static SourceSeries ones(SeriesKind kind, String key, Instant from, int step) {
    float[] values = new float[86_400 / step];
    Arrays.fill(values, 1);
    return new SourceSeries(kind, key, "", from, step, values);
  }
}
