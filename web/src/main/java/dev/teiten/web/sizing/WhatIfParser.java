package dev.teiten.web.sizing;

import dev.teiten.cpu.InstanceClasses;
import dev.teiten.load.SettingException;
import dev.teiten.size.AskedReaders;
import dev.teiten.size.SizingAdvice.Fix;
import dev.teiten.size.WhatIf;
import dev.teiten.size.WhatIf.Move;
import dev.teiten.size.demand.ModelAssumption;
import dev.teiten.size.demand.SizingAssumptions;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Applies entries one after another; an invalid entry changes nothing. */
final class WhatIfParser {
  private final Predicate<String> isQuery;
  private final Map<String, Fix> fixes = new LinkedHashMap<>();
  private final Map<String, Move> moves = new LinkedHashMap<>();
  private final Map<String, Integer> reserved = new LinkedHashMap<>();
  private final Map<String, Double> speeds = new LinkedHashMap<>();
  private Map<ModelAssumption, Double> assumptions = Map.of();
  private @Nullable String target;
  private @Nullable String writer;
  private @Nullable String reader;
  private @Nullable Integer readers;
  private @Nullable Integer mostReaders;

  WhatIfParser(Predicate<String> isQuery) {
    this.isQuery = isQuery;
  }

  WhatIf whatIf() {
    return new WhatIf(
        List.copyOf(fixes.values()),
        target,
        writer,
        reader,
        readers,
        mostReaders,
        List.copyOf(moves.values()),
        reserved,
        speeds,
        assumptions);
  }

  /**
   * @throws SettingException if the entry is malformed or out of range
   */
  void add(WhatIfParam entry) {
    switch (entry.kind()) {
      case FIX -> fix(entry);
      case MOVE -> move(entry);
      case TARGET -> target = instanceClass(entry);
      case WRITER -> writer = instanceClass(entry);
      case READER -> reader = instanceClass(entry);
      case READERS -> readers(entry);
      case RESERVED -> reserved(entry);
      case SPEED -> speed(entry);
      case ASSUME -> assume(entry);
    }
  }

  private void fix(WhatIfParam entry) {
    Fix fix = new Fix(query(entry), number(entry));
    if (!(fix.percent() >= 0 && fix.percent() <= 100)) {
      throw wrong(entry);
    }
    fixes.put(fix.fingerprint(), fix);
  }

  private void move(WhatIfParam entry) {
    try {
      moves.put(query(entry), new Move(query(entry), LocalTime.parse(entry.content())));
    } catch (DateTimeException e) {
      throw wrong(entry);
    }
  }

  private String query(WhatIfParam entry) {
    if (entry.key().isEmpty() || !isQuery.test(entry.key())) {
      throw wrong(entry);
    }
    return entry.key();
  }

  private static String instanceClass(WhatIfParam entry) {
    if (InstanceClasses.find(entry.content()).isEmpty()) {
      throw wrong(entry);
    }
    return entry.content();
  }

  private void readers(WhatIfParam entry) {
    AskedReaders asked =
        AskedReaders.parse(entry.content())
            .filter(AskedReaders::isPossible)
            .orElseThrow(() -> wrong(entry));
    readers = asked.least();
    mostReaders = asked.most();
  }

  private void reserved(WhatIfParam entry) {
    int number = whole(entry);
    checked(Map.of(entry.key(), number), Map.of());
    reserved.put(entry.key(), number);
  }

  private void speed(WhatIfParam entry) {
    double ratio = number(entry);
    checked(Map.of(), Map.of(entry.key(), ratio));
    speeds.put(entry.key(), ratio);
  }

  private void assume(WhatIfParam entry) {
    Map<ModelAssumption, Double> values = new LinkedHashMap<>(assumptions);
    values.put(ModelAssumption.of(entry.key()), number(entry));
    assumptions = SizingAssumptions.defaults().with(values).changed();
  }

  /**
   * Applies all assumptions at once, because some are valid only together; false if they are
   * invalid.
   */
  boolean assumeAll(List<WhatIfParam> entries) {
    Map<ModelAssumption, Double> values = new LinkedHashMap<>();
    try {
      for (WhatIfParam entry : entries) {
        if (entry.kind() == ParamKind.ASSUME) {
          values.put(ModelAssumption.of(entry.key()), number(entry));
        }
      }
      assumptions = SizingAssumptions.defaults().with(values).changed();
      return true;
    } catch (SettingException e) {
      return false; // Each alone, they show which of them is invalid.
    }
  }

  private static void checked(Map<String, Integer> reserved, Map<String, Double> speeds) {
    new WhatIf(List.of(), null, null, List.of(), reserved, speeds, Map.of());
  }

  private static double number(WhatIfParam entry) {
    try {
      return Double.parseDouble(entry.content());
    } catch (NumberFormatException e) {
      throw wrong(entry);
    }
  }

  private static int whole(WhatIfParam entry) {
    if (!entry.content().matches("\\d{1,6}")) {
      throw wrong(entry);
    }
    return Integer.parseInt(entry.content());
  }

  private static SettingException wrong(WhatIfParam entry) {
    String parameter = entry.kind().parameter();
    return new SettingException(
        parameter + "=" + entry.value() + " cannot be taken",
        switch (entry.kind()) {
          case FIX -> "Write fix=FINGERPRINT:PERCENT, a query of this week and 0 to 100 percent.";
          case MOVE -> "Write move=FINGERPRINT:HH:MM, a query of this week and 00:00 to 23:59.";
          case TARGET, WRITER, READER ->
              "Write a class such as db.r6g.4xlarge, or db.serverless:2-32 with its ACU.";
          case READERS ->
              "Write 0 to 15, or a range such as 2-8; an Aurora cluster has at most 15 readers.";
          case RESERVED -> "Write reserved=CLASS:NUMBER, such as db.r5.8xlarge:9.";
          case SPEED -> "Write speed=FAMILY:RATIO, such as r7g:1.2; 0.25 to 4.";
          case ASSUME -> "Write assume=NAME:NUMBER, such as guardBand:0.05.";
        });
  }
}
