package dev.teiten.web.chart;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.teiten.load.ClusterMark;
import dev.teiten.review.WeeklyReview;
import dev.teiten.web.site.JsonNodes;
import dev.teiten.web.view.PageTexts;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The load chart as the JSON document that chart.js draws. */
public final class ChartJson {

  private ChartJson() {}

  /** The whole week by every slice with data. */
  public static Map<Slice, String> documents(WeeklyReview review, PageTexts texts) {
    Map<Slice, String> documents = new EnumMap<>(Slice.class);
    for (Slice slice : Slice.values()) {
      if (slice.isIn(review.dimensions())) {
        documents.put(
            slice, of(LoadChart.of(review, slice, null, texts), review.marks()).toString());
      }
    }
    return documents;
  }

  static ObjectNode of(LoadChart chart, List<ClusterMark> marks) {
    ObjectNode root = JsonNodes.object();
    root.put("from", chart.from().toString());
    root.put("stepSeconds", chart.step().toSeconds());
    root.put("unit", "AAS");
    if (chart.vcpus().isPresent()) {
      root.put("vcpus", chart.vcpus().getAsDouble());
    } else {
      root.putNull("vcpus");
    }
    ArrayNode lines = root.putArray("series");
    for (LoadChart.Line line : chart.lines()) {
      ObjectNode node = lines.addObject().put("key", line.key()).put("name", line.name());
      values(node.putArray("values"), line.aas());
    }
    if (chart.before() != null) {
      ObjectNode before = root.putObject("before");
      before.put("week", chart.before().week()).put("from", chart.before().from().toString());
      before.put("stepSeconds", 3600);
      values(before.putArray("values"), chart.before().aas());
    }
    ArrayNode happened = root.putArray("marks");
    for (ClusterMark mark : marks) {
      happened.addObject().put("at", mark.at().toString()).put("label", mark.label());
    }
    return root;
  }

  private static void values(ArrayNode array, double[] aas) {
    for (double value : aas) {
      if (Double.isNaN(value)) {
        array.addNull();
      } else {
        array.add(Math.round(value * 1000) / 1000.0);
      }
    }
  }
}
