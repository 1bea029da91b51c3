package dev.teiten.web.sizing;

import dev.teiten.size.SizingAdvice;
import dev.teiten.size.SizingAdvice.Option;
import dev.teiten.web.view.Capacity;
import dev.teiten.web.view.Format;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The options by price (to the right) and by utilization after the worst loss (upwards), in a box
 * of 600 by 220.
 *
 * @param todayX where today's price stands; null without a price
 */
public record FrontChart(
    List<Point> points, List<Tick> prices, List<Tick> levels, @Nullable String todayX) {

  private static final double LEFT = 44;
  private static final double RIGHT = 590;
  private static final double TOP = 12;
  private static final double BOTTOM = 190;
  private static final int TICKS = 4;
  // Above this an option is out of the question, by however much.
  private static final double HIGHEST_USE = 1.25;

  public FrontChart {
    points = List.copyOf(points);
    prices = List.copyOf(prices);
    levels = List.copyOf(levels);
  }

  /** An option; {@code css} is its risk, {@code text} its numbers. */
  public record Point(String x, String y, String css, String text) {}

  /** A labelled line. */
  public record Tick(String at, String label) {}

  /** The chart, or null where fewer than two options have a price and a utilization. */
  static @Nullable FrontChart of(SizingAdvice advice) {
    List<Option> drawn = new ArrayList<>();
    double highestUsd = 0;
    for (Option option : advice.options()) {
      if (option.monthlyUsd() != null && use(option) != null) {
        drawn.add(option);
        highestUsd = Math.max(highestUsd, option.monthlyUsd());
      }
    }
    SizingAdvice.Current now = advice.current();
    Double todayUsd = now == null ? null : now.monthlyUsd();
    highestUsd = Math.max(highestUsd, orZero(todayUsd));
    if (drawn.size() < 2 || highestUsd <= 0) {
      return null;
    }
    double fullUsd = highestUsd * 1.05;
    List<Point> points = drawn.stream().map(option -> point(option, fullUsd)).toList();
    return new FrontChart(
        points, prices(fullUsd), levelTicks(), todayUsd == null ? null : x(todayUsd, fullUsd));
  }

  private static Point point(Option option, double fullUsd) {
    String capacity = Capacity.text(option.writerClass(), option.readerClass(), option.readers());
    return new Point(
        x(orZero(option.monthlyUsd()), fullUsd),
        y(Math.min(HIGHEST_USE, orZero(use(option)))),
        option.risk() == null ? "r-unknown" : "r-" + option.risk(),
        capacity + ": " + Format.usd(option.monthlyUsd()) + ", " + Format.percent(use(option)));
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
      ticks.add(new Tick(x(usd, fullUsd), Format.usd(usd)));
    }
    return ticks;
  }

  private static List<Tick> levelTicks() {
    List<Tick> ticks = new ArrayList<>();
    for (double use = 0; use <= HIGHEST_USE; use += 0.25) {
      ticks.add(new Tick(y(use), (use == HIGHEST_USE ? "≥ " : "") + Format.percent(use)));
    }
    return ticks;
  }

  /** 1, 2 or 5 times a power of ten. */
  private static double niceStep(double least) {
    double power = Math.pow(10, Math.floor(Math.log10(least)));
    double part = least / power;
    return power * (part <= 1 ? 1 : part <= 2 ? 2 : part <= 5 ? 5 : 10);
  }

  private static String x(double usd, double fullUsd) {
    return Format.coordinate(LEFT + (RIGHT - LEFT) * usd / fullUsd);
  }

  private static String y(double use) {
    return Format.coordinate(BOTTOM - (BOTTOM - TOP) * use / HIGHEST_USE);
  }

  private static double orZero(@Nullable Double value) {
    return value == null ? 0 : value;
  }
}
