package dev.teiten.cli;

import dev.teiten.load.ReviewWeek;
import dev.teiten.load.SettingException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options {@code --week} and {@code --zone}. */
public final class WeekOptions {

  @Option(
      names = "--week",
      paramLabel = "W",
      description = "An ISO week such as 2026-W46; default: the last complete one.")
  @Nullable String week;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      defaultValue = "UTC",
      description = "Time zone of the weeks; default: UTC.")
  String zone = "UTC";

  boolean isGiven() {
    return week != null;
  }

  /** The requested week. */
  public ReviewWeek week(Clock clock) {
    return week == null
        ? ReviewWeek.lastComplete(clock.instant(), zone())
        : ReviewWeek.parse(week, zone());
  }

  /**
   * @throws SettingException if the zone is unknown
   */
  public ZoneId zone() {
    try {
      return ZoneId.of(zone);
    } catch (DateTimeException e) {
      throw new SettingException(
          "--zone " + zone + " is not a time zone", "Write it like Asia/Tokyo or UTC.");
    }
  }
}
