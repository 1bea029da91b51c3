package dev.teiten.web.view;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The last weeks as bars in a box of {@code width} by 20; a week without data leaves a gap.
 *
 * @param text the values in words
 */
public record Sparkline(List<Bar> bars, String width, String text) {

  private static final int STEP = 8;
  private static final int HEIGHT = 20;

  public Sparkline {
    bars = List.copyOf(bars);
  }

  /** A week; {@code css} distinguishes this week from earlier weeks. */
  public record Bar(String css, String x, String y, String height) {}

  /**
   * @param values oldest first, this week last; null for a week without data
   */
  public static Sparkline of(List<@Nullable Double> values) {
    double highest = 0;
    for (Double value : values) {
      highest = Math.max(highest, value == null ? 0 : value);
    }
    List<Bar> bars = new ArrayList<>();
    List<String> words = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      Double value = values.get(i);
      words.add(NumberFormats.load(value));
      if (value != null) {
        bars.add(bar(i, highest == 0 ? 0 : value / highest, i == values.size() - 1));
      }
    }
    return new Sparkline(bars, String.valueOf(STEP * values.size()), String.join(", ", words));
  }

  private static Bar bar(int index, double part, boolean last) {
    double height = Math.max(1, part * HEIGHT);
    return new Bar(
        last ? "now" : "before",
        String.valueOf(index * STEP),
        NumberFormats.coordinate(HEIGHT - height),
        NumberFormats.coordinate(height));
  }
}
