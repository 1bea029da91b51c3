package dev.teiten.web.chart;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.teiten.review.WeeklyReview;
import dev.teiten.web.site.Json;
import dev.teiten.web.site.Site;
import dev.teiten.web.site.Visit;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/**
 * The load chart's data: {@code /api/clusters/{c}/weeks/{w}/load?slice=waits&from=…&to=…}. A
 * missing step is {@code null}.
 */
public final class ChartRoutes {

  private final Site site;

  public ChartRoutes(Site site) {
    this.site = site;
  }

  /** Adds the route. */
  public void register(RoutesConfig routes) {
    routes.get("/api/clusters/{cluster}/weeks/{week}/load", this::load);
  }

  private void load(Context ctx) {
    Visit visit = new Visit(ctx, site);
    WeeklyReview review = site.desk().review(visit.cluster(), visit.week());
    LoadChart chart =
        LoadChart.of(
            review.load(),
            review.ranking(),
            Slice.of(visit.param("slice", "waits")),
            visit.range(),
            visit.texts());
    ctx.contentType("application/json").result(json(chart).toString());
  }

  private static ObjectNode json(LoadChart chart) {
    ObjectNode root = Json.object();
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
