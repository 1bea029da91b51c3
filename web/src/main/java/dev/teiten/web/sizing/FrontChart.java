package dev.teiten.web.sizing;

import dev.teiten.size.SizingAdvice;
import dev.teiten.size.SizingAdvice.Option;
import dev.teiten.size.SizingDetails.Assumed;
import dev.teiten.size.demand.ModelAssumption;
import dev.teiten.web.view.CapacityText;
import dev.teiten.web.view.NumberFormats;
import dev.teiten.web.view.PageTexts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The price-risk front. The x axis is the price, the y axis the utilization after the worst loss;
 * colour and shape show the risk. Positions are in percent of the box, which adapts to the page;
 * text keeps its size.
 *
 * <p>The server draws the chart, so that every point is a link that works with a click, with Enter,
 * and without scripts.
 *
 * @param limitY the limit of the utilization; null if unknown
 */
public record FrontChart(
    List<Point> points,
    List<Tick> prices,
    List<Tick> levels,
    @Nullable String limitY,
    String limit) {

  private static final int TICKS = 4;
  // A CPU cannot be used more; the remaining height is room for labels.
  private static final double HIGHEST_USE = 1.1;

  public FrontChart {
    points = List.copyOf(points);
    prices = List.copyOf(prices);
    levels = List.copyOf(levels);
  }

  /**
   * An option in the chart.
   *
   * @param css the CSS class of its risk
   * @param shape a path around the origin that shows the risk without colours
   * @param mark in words; empty for most options
   * @param under whether the label is below the point, to avoid a neighbour's label above
   * @param anchor alignment of the label: {@code start}, {@code middle} or {@code end}
   * @param text the numbers of the option
   */
  public record Point(
      String x,
      String y,
      String css,
      String shape,
      String mark,
      boolean under,
      String anchor,
      String text,
      String href) {}

  /** A labelled line. */
  public record Tick(String at, String label) {}

  /** The chart, or null if no option has a price and a utilization. */
  static @Nullable FrontChart of(OptionLinks choices, PageTexts texts) {
    SizingAdvice advice = choices.advice();
    List<Option> drawn =
        advice.options().stream()
            .filter(option -> option.monthlyUsd() != null && use(option) != null)
            .toList();
    double highestUsd = drawn.stream().mapToDouble(o -> orZero(o.monthlyUsd())).max().orElse(0);
    if (highestUsd <= 0) {
      return null;
    }
    double fullUsd = highestUsd * 1.08;
    List<Point> points = new ArrayList<>();
    drawn.forEach(option -> points.add(point(option, fullUsd, choices, texts)));
    Double limit = limit(advice);
    return new FrontChart(
        points,
        prices(fullUsd),
        levelTicks(),
        limit == null ? null : y(limit),
        NumberFormats.percent(limit));
  }

  private static @Nullable Double limit(SizingAdvice advice) {
    return advice.details().assumptions().stream()
        .filter(assumed -> assumed.key().equals(ModelAssumption.MAX_AFTER_FAILURE.key()))
        .map(Assumed::value)
        .findFirst()
        .orElse(null);
  }

  private static Point point(Option option, double fullUsd, OptionLinks choices, PageTexts texts) {
    String mark = choices.mark(option);
    double part = orZero(option.monthlyUsd()) / fullUsd;
    return new Point(
        x(orZero(option.monthlyUsd()), fullUsd),
        y(Math.min(HIGHEST_USE, orZero(use(option)))),
        option.risk() == null ? "r-unknown" : "r-" + option.risk(),
        shape(option.risk()),
        mark.isEmpty() ? "" : texts.get("option." + mark),
        mark.equals("today"),
        part < 0.15 ? "start" : part > 0.85 ? "end" : "middle",
        words(option, texts),
        choices.href(option));
  }

  private static String words(Option option, PageTexts texts) {
    Integer risk = option.risk();
    return texts.get(
        "sizing.point",
        CapacityText.text(option),
        CapacityText.price(option.monthlyUsd(), texts),
        NumberFormats.percent(use(option)),
        risk == null ? NumberFormats.UNKNOWN : texts.get("risk." + risk));
  }

  /** The shape of a risk: a disc for low, a diamond for medium, a cross for high. */
  private static String shape(@Nullable Integer risk) {
    if (risk == null || risk == 3) {
      return "M0-7.5 7.5 0 0 7.5-7.5 0z";
    }
    return risk == 4
        ? "M-6-4l2-2 4 4 4-4 2 2-4 4 4 4-2 2-4-4-4 4-2-2 4-4z"
        : "M-6 0a6 6 0 1 0 12 0a6 6 0 1 0-12 0z";
  }

  private static @Nullable Double use(Option option) {
    return option.p99UtilisationAfterFailure() == null
        ? option.p99Utilisation()
        : option.p99UtilisationAfterFailure();
  }

  private static List<Tick> prices(double fullUsd) {
    List<Tick> ticks = new ArrayList<>();
    double step = niceStep(fullUsd / TICKS);
    for (double usd = 0; usd <= fullUsd; usd += step) {
      ticks.add(new Tick(x(usd, fullUsd), NumberFormats.usd(usd)));
    }
    return ticks;
  }

  private static List<Tick> levelTicks() {
    List<Tick> ticks = new ArrayList<>();
    for (double use = 0; use <= 1; use += 0.25) {
      ticks.add(new Tick(y(use), NumberFormats.percent(use)));
    }
    return ticks;
  }

  /** A step of 1, 2 or 5 times a power of ten. */
  private static double niceStep(double least) {
    double power = Math.pow(10, Math.floor(Math.log10(least)));
    double part = least / power;
    return power * (part <= 1 ? 1 : part <= 2 ? 2 : part <= 5 ? 5 : 10);
  }

  private static String x(double usd, double fullUsd) {
    return NumberFormats.coordinate(100 * usd / fullUsd);
  }

  private static String y(double use) {
    return NumberFormats.coordinate(100 * (1 - use / HIGHEST_USE));
  }

  private static double orZero(@Nullable Double value) {
    return value == null ? 0 : value;
  }
}
