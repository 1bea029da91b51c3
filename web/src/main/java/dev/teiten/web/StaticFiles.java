package dev.teiten.web;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.staticfiles.Location;
import java.io.InputStream;
import java.util.Map;

/** Our own style sheets and scripts, and the one file of ECharts that the chart needs. */
final class StaticFiles {

  // The version stands in the path, so that a browser may keep the file; chart.js asks for it.
  static final String ECHARTS = "/echarts/6.0.0/echarts.common.min.js";
  private static final String ECHARTS_RESOURCE =
      "/META-INF/resources/_static/echarts/6.0.0/dist/echarts.common.min.js";

  private StaticFiles() {}

  static void register(JavalinConfig config) {
    config.staticFiles.add(
        file -> {
          file.hostedPath = "/static";
          file.directory = "/dev/teiten/web/static";
          file.location = Location.CLASSPATH;
          file.headers = Map.of("Cache-Control", "no-cache");
        });
    // Not a static folder: Jetty asks for directory entries, which the jar of ECharts does not
    // have.
    config.routes.get(ECHARTS, StaticFiles::echarts);
  }

  private static void echarts(Context ctx) {
    InputStream file = StaticFiles.class.getResourceAsStream(ECHARTS_RESOURCE);
    if (file == null) {
      throw new IllegalStateException(ECHARTS_RESOURCE + " is not on the class path");
    }
    ctx.header("Cache-Control", "public, max-age=31536000, immutable");
    ctx.contentType("text/javascript").result(file);
  }
}
