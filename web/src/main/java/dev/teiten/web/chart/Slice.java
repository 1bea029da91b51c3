package dev.teiten.web.chart;

import dev.teiten.archive.ClusterLoad;
import dev.teiten.archive.InstanceLoad;
import dev.teiten.load.WaitClass;
import dev.teiten.rank.Contributor;
import dev.teiten.rank.Ranking;
import dev.teiten.web.view.Texts;
import dev.teiten.web.view.Waits;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the load chart is sliced by. */
public enum Slice {
  WAITS,
  SQL,
  INSTANCES;

  // As many as there are colours that can be told apart.
  private static final int TOP = 8;

  /** The series of one slice, by minute of the week. */
  record Series(String key, String name, double[] aas) {}

  /** Reads the {@code slice} of an address; anything unknown is {@link #WAITS}. */
  public static Slice of(String name) {
    for (Slice slice : values()) {
      if (slice.key().equals(name)) {
        return slice;
      }
    }
    return WAITS;
  }

  /** The name in addresses. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The series that together are {@code total}, in stacking order. */
  List<Series> series(ClusterLoad load, Ranking ranking, double[] total, Texts texts) {
    List<Series> series =
        switch (this) {
          case WAITS -> waits(load, texts);
          case SQL -> statements(load, ranking);
          case INSTANCES -> instances(load);
        };
    double[] rest = Minutes.rest(total, series.stream().map(Series::aas).toList());
    String name = this == WAITS ? Waits.label(WaitClass.OTHER, texts) : texts.get("chart.other");
    series.add(new Series("other", name, rest));
    return series;
  }

  private static List<Series> waits(ClusterLoad load, Texts texts) {
    Map<WaitClass, double[]> classes = new EnumMap<>(WaitClass.class);
    for (InstanceLoad instance : load.instances()) {
      instance
          .waits()
          .forEach(
              (event, aas) -> {
                if (event.waitClass() != WaitClass.OTHER) {
                  Minutes.add(
                      classes.computeIfAbsent(
                          event.waitClass(), unused -> Minutes.empty(load.minutes())),
                      aas);
                }
              });
    }
    List<Series> series = new ArrayList<>();
    classes.forEach(
        (type, aas) -> series.add(new Series(Waits.key(type), Waits.label(type, texts), aas)));
    return series;
  }

  private static List<Series> statements(ClusterLoad load, Ranking ranking) {
    List<Series> series = new ArrayList<>();
    for (Contributor contributor : ranking.contributors().stream().limit(TOP).toList()) {
      double[] sum = Minutes.empty(load.minutes());
      for (InstanceLoad instance : load.instances()) {
        for (String digest : contributor.sourceDigests()) {
          Minutes.add(sum, instance.digests().getOrDefault(digest, new double[0]));
        }
      }
      String name = contributor.rank() + "  " + contributor.statement();
      series.add(new Series("s" + contributor.rank(), name, sum));
    }
    return series;
  }

  private static List<Series> instances(ClusterLoad load) {
    List<Series> series = new ArrayList<>();
    for (InstanceLoad instance : load.instances().stream().limit(TOP).toList()) {
      double[] sum = Minutes.empty(load.minutes());
      Minutes.add(sum, instance.total());
      series.add(new Series("i" + (series.size() + 1), instance.instance().name(), sum));
    }
    return series;
  }
}
