package dev.teiten.web.chart;

import dev.teiten.load.ClusterLoad;
import dev.teiten.load.Dimension;
import dev.teiten.load.DimensionLoads;
import dev.teiten.load.InstanceLoad;
import dev.teiten.load.WaitClass;
import dev.teiten.normalize.ShortStatement;
import dev.teiten.rank.Contributor;
import dev.teiten.rank.Ranking;
import dev.teiten.review.WeeklyReview;
import dev.teiten.web.view.PageTexts;
import dev.teiten.web.view.WaitLabels;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Splits a cluster's load into the parts of the chart. */
final class LoadParts {

  // Number of colours that a reader can distinguish.
  private static final int TOP = 8;

  private LoadParts() {}

  /** A part by minute of the week. */
  record Part(String key, String name, double[] aas) {}

  /**
   * The parts of {@code total}, in stacking order.
   *
   * @param total by minute; for an hourly slice, its means by hour
   */
  static List<Part> of(WeeklyReview review, Slice slice, double[] total, PageTexts texts) {
    ClusterLoad load = review.load();
    Dimension dimension = slice.dimension();
    List<Part> parts =
        dimension != null
            ? dimension(review.dimensions(), dimension, load)
            : switch (slice) {
              case SQL -> statements(load, review.ranking());
              case INSTANCES -> instances(load);
              default -> waits(load, texts);
            };
    double[] other = MinuteSeries.remainder(total, parts.stream().map(Part::aas).toList());
    String name =
        slice == Slice.WAITS ? WaitLabels.label(WaitClass.OTHER, texts) : texts.get("chart.other");
    parts.add(new Part("other", name, other));
    return parts;
  }

  private static List<Part> waits(ClusterLoad load, PageTexts texts) {
    Map<WaitClass, double[]> classes = new EnumMap<>(WaitClass.class);
    for (InstanceLoad instance : load.instances()) {
      instance
          .waits()
          .forEach(
              (event, aas) -> {
                if (event.waitClass() != WaitClass.OTHER) {
                  MinuteSeries.add(
                      classes.computeIfAbsent(
                          event.waitClass(), unused -> MinuteSeries.empty(load.minutes())),
                      aas);
                }
              });
    }
    List<Part> parts = new ArrayList<>();
    classes.forEach(
        (type, aas) ->
            parts.add(new Part(WaitLabels.key(type), WaitLabels.label(type, texts), aas)));
    return parts;
  }

  private static List<Part> statements(ClusterLoad load, Ranking ranking) {
    List<Part> parts = new ArrayList<>();
    for (Contributor contributor : ranking.contributors().stream().limit(TOP).toList()) {
      double[] sum = MinuteSeries.empty(load.minutes());
      for (InstanceLoad instance : load.instances()) {
        for (String digest : contributor.sourceDigests()) {
          MinuteSeries.add(sum, instance.digests().getOrDefault(digest, new double[0]));
        }
      }
      add(parts, contributor.rank() + "  " + ShortStatement.of(contributor.statement()), sum);
    }
    return parts;
  }

  private static List<Part> instances(ClusterLoad load) {
    List<Part> parts = new ArrayList<>();
    for (InstanceLoad instance : load.instances().stream().limit(TOP).toList()) {
      double[] sum = MinuteSeries.empty(load.minutes());
      MinuteSeries.add(sum, instance.total());
      add(parts, instance.instance().name(), sum);
    }
    return parts;
  }

  /** The heaviest keys; an hour's load of a key applies to each of its minutes. */
  private static List<Part> dimension(DimensionLoads loads, Dimension dimension, ClusterLoad load) {
    int first = (int) Duration.between(load.week().range().from(), loads.from()).toMinutes();
    List<Part> parts = new ArrayList<>();
    loads.loads().getOrDefault(dimension, Map.of()).entrySet().stream()
        .sorted(
            Comparator.<Map.Entry<String, double[]>>comparingDouble(
                    entry -> -Arrays.stream(entry.getValue()).sum())
                .thenComparing(Map.Entry::getKey))
        .limit(TOP)
        .forEach(
            entry ->
                add(
                    parts,
                    entry.getKey(),
                    MinuteSeries.ofHours(entry.getValue(), first, load.minutes())));
    return parts;
  }

  private static void add(List<Part> parts, String name, double[] aas) {
    parts.add(new Part("s" + (parts.size() + 1), name, aas));
  }
}
