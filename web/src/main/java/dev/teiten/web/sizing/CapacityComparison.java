package dev.teiten.web.sizing;

import dev.teiten.size.AcuUse;
import dev.teiten.size.SizingAdvice.Autoscaling;
import dev.teiten.size.SizingAdvice.Current;
import dev.teiten.size.SizingAdvice.Option;
import dev.teiten.size.price.Price;
import dev.teiten.web.view.CapacityText;
import dev.teiten.web.view.NumberFormats;
import dev.teiten.web.view.PageTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Today's capacity next to the recommended and the requested one, line by line.
 *
 * @param heads the column headers; empty if today's capacity is unknown
 */
public record CapacityComparison(List<String> heads, List<Line> lines) {

  /** A property; {@code tip} explains it and may be empty. */
  public record Line(String label, String tip, List<String> cells) {}

  static CapacityComparison of(OptionLinks choices, PageTexts texts) {
    Current now = choices.advice().current();
    if (now == null) {
      return new CapacityComparison(List.of(), List.of());
    }
    Option recommended = choices.advice().recommended();
    Option asked = choices.asked();
    List<String> heads = new ArrayList<>(List.of(texts.get("capacity.today")));
    List<Option> others = new ArrayList<>();
    if (recommended != null) {
      heads.add(texts.get("compare.recommended"));
      others.add(recommended);
    }
    if (asked != null && !asked.equals(recommended)) {
      heads.add(texts.get("option.asked"));
      others.add(asked);
    }
    return new CapacityComparison(heads, new Lines(texts, now.option(), others).lines(now));
  }

  /** Builds the lines; an unknown property of today's capacity stays empty. */
  private record Lines(PageTexts texts, @Nullable Option today, List<Option> others) {

    List<Line> lines(Current now) {
      List<Line> lines = new ArrayList<>();
      lines.add(line("capacity", CapacityText.text(now, texts), o -> CapacityText.text(o)));
      lines.add(
          line(
              "price",
              CapacityText.price(now.monthlyUsd(), texts),
              o -> CapacityText.price(o.monthlyUsd(), texts)));
      if (now.acu() != null || others.stream().anyMatch(o -> o.acu() != null)) {
        lines.add(line("units", units(now.acu()), o -> units(o.acu())));
      }
      if (!others.isEmpty()) {
        lines.add(line("difference", "", o -> difference(o.monthlySavingUsd())));
      }
      if (others.stream().anyMatch(o -> o.realisableMonthlySavingUsd() != null)) {
        lines.add(line("realisable", "", o -> difference(o.realisableMonthlySavingUsd())));
      }
      if (now.autoscaling() != null || others.stream().anyMatch(o -> o.autoscaling() != null)) {
        lines.add(line("readers", readers(now.readers(), now.autoscaling()), this::readers));
      }
      lines.add(line("p99", NumberFormats.percent(now.p99Utilisation()), Lines::p99));
      lines.add(
          line("afterFailure", null, o -> NumberFormats.percent(o.p99UtilisationAfterFailure())));
      lines.add(
          line(
              "stretch",
              NumberFormats.ratio(now.latencyStretch()),
              o -> NumberFormats.ratio(o.latencyStretch())));
      lines.add(line("held", null, o -> OptionRow.held(o, texts)));
      lines.add(line("grade", null, o -> OptionRow.grade(o, texts)));
      lines.add(line("risk", null, this::risk));
      return lines;
    }

    private String readers(Option option) {
      return readers(option.readers(), option.autoscaling());
    }

    /** A number of readers; of scaled ones the range, the mean and the hours a month. */
    private String readers(int number, @Nullable Autoscaling scaled) {
      return scaled == null
          ? String.valueOf(number)
          : texts.get(
              "sizing.readers",
              String.valueOf(scaled.min()),
              String.valueOf(scaled.max()),
              NumberFormats.ratio(scaled.instanceHours() / Price.HOURS_PER_MONTH),
              NumberFormats.count(scaled.instanceHours()),
              CapacityText.price(scaled.monthlyUsd(), texts));
    }

    /** A line; {@code now} is null if today's option has the value. */
    private Line line(String key, @Nullable String now, Function<Option, String> cell) {
      List<String> cells = new ArrayList<>();
      if (now != null) {
        cells.add(now);
      } else {
        cells.add(today == null ? NumberFormats.UNKNOWN : cell.apply(today));
      }
      others.forEach(other -> cells.add(cell.apply(other)));
      return new Line(
          texts.get("compare." + key), texts.find("compareTip." + key).orElse(""), cells);
    }

    private String units(@Nullable AcuUse acu) {
      return acu == null
          ? ""
          : texts.get(
              "compare.units.text",
              NumberFormats.cores(acu.allocatedMean()),
              NumberFormats.cores(acu.usedMean()),
              NumberFormats.cores(acu.usedP99()));
    }

    private String difference(@Nullable Double savingUsd) {
      return savingUsd == null ? texts.get("noPrice") : NumberFormats.signedUsd(-savingUsd);
    }

    private String risk(Option option) {
      Integer risk = option.risk();
      return risk == null ? NumberFormats.UNKNOWN : texts.get("risk." + risk);
    }

    private static String p99(Option option) {
      String interval = OptionRow.interval(option.p99UtilisationLow(), option.p99UtilisationHigh());
      String value = NumberFormats.percent(option.p99Utilisation());
      return interval.isEmpty() ? value : value + " (" + interval + ")";
    }
  }
}
