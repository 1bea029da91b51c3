package dev.teiten.review;

import dev.teiten.size.SizingAdvice;
import dev.teiten.size.SizingAdvice.Autoscaling;
import dev.teiten.size.SizingAdvice.Current;
import dev.teiten.size.SizingAdvice.FixSet;
import dev.teiten.size.SizingAdvice.Option;
import dev.teiten.size.SizingAdvice.Trial;
import dev.teiten.size.guard.Guard;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sizing advice as text: the verdict in words, then the options as rows. */
public final class SizingTable {
  private SizingTable() {}

  public static String summary(SizingAdvice advice) {
    StringBuilder text = new StringBuilder();
    text.append(advice.cluster())
        .append(' ')
        .append(advice.week())
        .append(": ")
        .append(advice.verdict());
    Current current = advice.current();
    if (current != null) {
      text.append(
          String.format(
              "%n  today   %s",
              instances(
                  current.writerLabel(),
                  current.readerLabel(),
                  readers(current.readers(), current.autoscaling()))));
      text.append("  ").append(FormattedNumbers.usd(current.monthlyUsd()));
      text.append("  p99 CPU ").append(FormattedNumbers.percent(current.p99Utilisation()));
    }
    Option recommended = advice.recommended();
    if (recommended != null) {
      text.append(String.format("%n  advice  %s", instances(recommended)));
      text.append("  ").append(FormattedNumbers.usd(recommended.monthlyUsd()));
      text.append("  p99 CPU ").append(FormattedNumbers.percent(recommended.p99Utilisation()));
    }
    Trial trial = advice.trial();
    if (trial != null) {
      Option tried = trial.option();
      text.append(
          String.format(
              "%n  trial   %s  %s", instances(tried), FormattedNumbers.usd(tried.monthlyUsd())));
      tried.doubts().forEach(doubt -> text.append(String.format("%n  doubt   %s", doubt)));
      text.append(String.format("%n  try     %s", trial.trial()));
    }
    advice.reasons().forEach(reason -> text.append(String.format("%n  because %s", reason)));
    for (FixSet set : advice.fixSets()) {
      text.append(String.format("%n  fix     %s", fixSet(set)));
    }
    for (Guard guard : advice.guards()) {
      text.append(String.format("%n  %-12s %-7s %s", guard.name(), guard.state(), guard.detail()));
    }
    return text.append(System.lineSeparator()).toString();
  }

  /**
   * A set of fixes in one line: {@code t3-9f3c… −59 % → 1 + 5 × db.r5.8xlarge, $10,162 a month
   * less}, say.
   */
  private static String fixSet(FixSet set) {
    String fixes =
        set.fixes().stream()
            .map(
                fix -> fix.fingerprint() + " −" + FormattedNumbers.decimal(fix.percent(), 0) + " %")
            .collect(Collectors.joining(" and "));
    Option option = set.option();
    Double saving = set.monthlySavingUsd();
    return fixes
        + " → "
        + instances(option)
        + (saving == null ? "" : ", " + FormattedNumbers.usd(saving) + " a month less");
  }

  public static TextTable of(SizingAdvice advice) {
    List<List<String>> rows = new ArrayList<>();
    for (Option o : advice.options()) {
      rows.add(
          List.of(
              instances(o),
              FormattedNumbers.usd(o.monthlyUsd()),
              FormattedNumbers.usd(o.monthlySavingUsd()),
              FormattedNumbers.percent(o.p99Utilisation()),
              FormattedNumbers.percent(o.p99UtilisationAfterFailure()),
              FormattedNumbers.decimal(o.latencyStretch(), 2),
              held(o),
              o.grade() == null ? "" : o.grade().name(),
              o.risk() == null ? "" : o.risk().toString()));
    }
    return new TextTable(
        List.of(
            "option",
            ">$/month",
            ">saves",
            ">p99",
            ">after failure",
            ">stretch",
            ">CPU holds",
            "grade",
            ">risk"),
        rows);
  }

  /** The draws in which the CPU limits hold, {@code 297 of 300} say. */
  private static String held(Option option) {
    return option.drawsHeld() == null || option.draws() == null
        ? ""
        : option.drawsHeld() + " of " + option.draws();
  }

  /** The instances: {@code 1 + 8 × db.r5.8xlarge}, say, or {@code 1 + 2–8 × db.r5.8xlarge}. */
  public static String instances(Option option) {
    return instances(
        option.writerLabel(),
        option.readerLabel(),
        readers(option.readers(), option.autoscaling()));
  }

  private static String readers(int readers, @Nullable Autoscaling scaled) {
    return scaled == null ? String.valueOf(readers) : scaled.min() + "–" + scaled.max();
  }

  /** The instances; {@code ?} for an unknown class. */
  private static String instances(
      @Nullable String writerClass, @Nullable String readerClass, String readers) {
    boolean alone = readers.equals("0");
    if (writerClass == null) {
      return (alone ? "1" : "1 + " + readers) + " × ?";
    }
    if (alone || readerClass == null) {
      return "1 × " + writerClass;
    }
    return readerClass.equals(writerClass)
        ? "1 + " + readers + " × " + writerClass
        : "1 × " + writerClass + " + " + readers + " × " + readerClass;
  }
}
