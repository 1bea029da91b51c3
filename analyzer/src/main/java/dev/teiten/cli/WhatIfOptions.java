package dev.teiten.cli;

import dev.teiten.load.SettingException;
import dev.teiten.size.AskedReaders;
import dev.teiten.size.SizingAdvice.Fix;
import dev.teiten.size.WhatIf;
import dev.teiten.size.WhatIf.Move;
import dev.teiten.size.demand.ModelAssumption;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The assumptions of the command {@code size}. */
final class WhatIfOptions {
  @Option(
      names = "--fix",
      paramLabel = "FINGERPRINT=PERCENT",
      description = "Assume that a fix removes so much of a query's work, 0..100.")
  Map<String, Double> fixes = new LinkedHashMap<>();

  @Option(
      names = "--move",
      paramLabel = "FINGERPRINT=HH:MM",
      description = "Assume that a query's daily work begins at another time of the day.")
  Map<String, String> moves = new LinkedHashMap<>();

  @Option(
      names = "--target",
      paramLabel = "CLASS",
      description = "Evaluate this class, such as db.r7g.4xlarge.")
  @Nullable String target;

  @Option(
      names = "--readers",
      paramLabel = "N",
      description = "Evaluate this number of readers, 0..15, or a scaled one as 2-8.")
  @Nullable String readers;

  @Option(
      names = "--reserved",
      paramLabel = "CLASS=N",
      description = "Reserved instances that are paid for whether they run or not.")
  Map<String, Integer> reserved = new LinkedHashMap<>();

  @Option(
      names = "--speed",
      paramLabel = "FAMILY=RATIO",
      description = "Measured work of one vCPU of a class family over one of today's, 0.25..4.")
  Map<String, Double> speeds = new LinkedHashMap<>();

  @Option(
      names = "--assume",
      paramLabel = "NAME=VALUE",
      description =
          "Another value of an assumption, such as guardBand=0.05; a wrong name lists all.")
  Map<String, Double> assumed = new LinkedHashMap<>();

  /**
   * @throws SettingException if an option is out of range
   */
  WhatIf read() {
    Map<ModelAssumption, Double> assumptions = new EnumMap<>(ModelAssumption.class);
    assumed.forEach((key, value) -> assumptions.put(ModelAssumption.of(key), value));
    AskedReaders asked = readers();
    Integer least = asked == null ? null : Integer.valueOf(asked.least());
    WhatIf fixed = new WhatIf(fixes(), target, least, moves(), reserved, speeds, assumptions);
    return asked == null || asked.most() == null
        ? fixed
        : fixed.scaling(asked.least(), asked.most());
  }

  private @Nullable AskedReaders readers() {
    String given = readers;
    return given == null
        ? null
        : AskedReaders.parse(given)
            .orElseThrow(
                () ->
                    new SettingException(
                        "--readers " + given + " is no number of readers",
                        "Give a number from 0 to 15, or a range such as 2-8."));
  }

  private List<Fix> fixes() {
    fixes.forEach(
        (fingerprint, percent) -> {
          if (!(percent >= 0 && percent <= 100)) {
            throw new SettingException(
                "--fix " + fingerprint + "=" + percent + " is out of range",
                "Percent go from 0 to 100.");
          }
        });
    return fixes.entrySet().stream().map(fix -> new Fix(fix.getKey(), fix.getValue())).toList();
  }

  private List<Move> moves() {
    return moves.entrySet().stream()
        .map(move -> new Move(move.getKey(), time(move.getKey(), move.getValue())))
        .toList();
  }

  private static LocalTime time(String fingerprint, String text) {
    try {
      return LocalTime.parse(text);
    } catch (DateTimeParseException e) {
      throw new SettingException(
          "--move " + fingerprint + "=" + text + " has no time of the day",
          "Write it as HH:MM, 00:00 to 23:59.");
    }
  }
}
