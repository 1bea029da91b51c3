package dev.teiten.web;

import dev.teiten.web.site.WebAssets;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.staticfiles.Location;
import java.util.Map;

/** Teiten's style sheets and scripts, and ECharts' script for the chart. */
final class StaticFiles {

  // The path contains the version, so that a browser may cache the file; chart.js loads it.
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
    // A static folder is not possible: Jetty needs directory entries, which the jar of ECharts
    // lacks.
    config.routes.get(ECHARTS, StaticFiles::echarts);
  }

  private static void echarts(Context ctx) {
    ctx.header("Cache-Control", "public, max-age=31536000, immutable");
    ctx.contentType("text/javascript").result(WebAssets.echarts());
  }
}
