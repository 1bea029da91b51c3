package dev.teiten.web.view;

import dev.teiten.load.WaitClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A load as a bar segmented by wait class, on a scale of 0..100.
 *
 * @param text the load by class in words, for screen readers
 */
public record WaitBar(List<Segment> segments, String text) {

  public WaitBar {
    segments = List.copyOf(segments);
  }

  /** A part; {@code x} and {@code width} are on the bar's scale of 0..100. */
  public record Segment(String css, String x, String width) {}

  /**
   * @param waits load by event name, AAS
   * @param fullAas the load that fills the bar
   */
  public static WaitBar of(
      Map<String, Double> waits, double loadAas, double fullAas, PageTexts texts) {
    Map<WaitClass, Double> classes = WaitLabels.byClass(waits);
    double waiting = classes.values().stream().mapToDouble(Double::doubleValue).sum();
    if (loadAas > waiting) {
      classes.merge(WaitClass.OTHER, loadAas - waiting, Double::sum);
    }
    List<Segment> segments = new ArrayList<>();
    List<String> words = new ArrayList<>();
    double x = 0;
    for (Map.Entry<WaitClass, Double> part : classes.entrySet()) {
      double width = fullAas <= 0 ? 0 : 100 * part.getValue() / fullAas;
      segments.add(
          new Segment(
              WaitLabels.css(part.getKey()),
              NumberFormats.coordinate(x),
              NumberFormats.coordinate(width)));
      if (Math.round(part.getValue() * 100) > 0) {
        words.add(
            WaitLabels.label(part.getKey(), texts) + " " + NumberFormats.load(part.getValue()));
      }
      x += width;
    }
    String text = words.isEmpty() ? NumberFormats.load(loadAas) + " AAS" : String.join(", ", words);
    return new WaitBar(segments, text);
  }
}
