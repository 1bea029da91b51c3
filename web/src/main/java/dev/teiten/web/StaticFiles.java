package dev.teiten.web;

import dev.teiten.web.site.WebAssets;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.staticfiles.Location;
import java.util.Map;

/** Our own style sheets and scripts, and the one file of ECharts that the chart needs. */
final class StaticFiles {

  // The version stands in the path, so that a browser may keep the file; chart.js asks for it.
  static final String ECHARTS = "/echarts/6.0.0/echarts.common.min.js";

  private StaticFiles() {}

  static void register(JavalinConfig config) {
    config.staticFiles.add(
        file -> {
          file.hostedPath = "/static";
          file.directory = WebAssets.FOLDER;
          file.location = Location.CLASSPATH;
          file.headers = Map.of("Cache-Control", "no-cache");
        });
    // Not a static folder: Jetty asks for directory entries, which the jar of ECharts does not
    // have.
    config.routes.get(ECHARTS, StaticFiles::echarts);
  }

  private static void echarts(Context ctx) {
    ctx.header("Cache-Control", "public, max-age=31536000, immutable");
    ctx.contentType("text/javascript").result(WebAssets.echarts());
  }
}
