package dev.teiten.cli;

import dev.teiten.load.SettingException;
import dev.teiten.load.TimeRange;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options {@code --week}, or {@code --from} and {@code --to}. */
final class RangeOptions {
  @Mixin WeekOptions weeks = new WeekOptions();

  @Option(
      names = "--from",
      paramLabel = "T",
      description = "Start of a range, such as 2026-11-09T00:00:00Z.")
  @Nullable String from;

  @Option(names = "--to", paramLabel = "T", description = "End of the range, exclusive.")
  @Nullable String to;

  /**
   * The requested range; null if no option was given.
   *
   * @throws SettingException if the options contradict each other
   */
  @Nullable TimeRange range(Clock clock) {
    if (weeks.isGiven()) {
      if (from != null || to != null) {
        throw new SettingException(
            "--week and --from/--to exclude each other", "Give one of the two.");
      }
      return weeks.week(clock).range();
    }
    if (from == null && to == null) {
      return null;
    }
    if (from == null || to == null) {
      throw new SettingException(
          "--from and --to go together", "Give both, such as --from 2026-11-09T00:00:00Z.");
    }
    Instant start = instant("--from", from);
    Instant end = instant("--to", to);
    if (!start.isBefore(end)) {
      throw new SettingException(
          "--from " + from + " is not before --to " + to, "The range is half-open, [from, to).");
    }
    return new TimeRange(start, end);
  }

  /** Parses an instant; the error names the option. */
  static Instant instant(String option, String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new SettingException(
          option + " " + text + " is not an instant",
          "Write it in ISO-8601 UTC, such as 2026-11-09T00:00:00Z.");
    }
  }
}
