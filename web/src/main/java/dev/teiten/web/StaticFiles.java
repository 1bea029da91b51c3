package dev.teiten.web;

import io.javalin.config.StaticFilesConfig;
import io.javalin.http.staticfiles.Location;
import java.util.Map;

/** Our own style sheet and scripts, and ECharts from its jar. */
final class StaticFiles {

  // The version stands in the path, so that a browser may keep the file.
  static final String ECHARTS_FOLDER = "/META-INF/resources/_static/echarts/6.0.0/dist";
  static final String ECHARTS = "/echarts/6.0.0/echarts.common.min.js";

  private StaticFiles() {}

  static void register(StaticFilesConfig files) {
    files.add(
        file -> {
          file.hostedPath = "/static";
          file.directory = "/dev/teiten/web/static";
          file.location = Location.CLASSPATH;
          file.headers = Map.of("Cache-Control", "no-cache");
        });
    files.add(
        file -> {
          file.hostedPath = "/echarts/6.0.0";
          file.directory = ECHARTS_FOLDER;
          file.location = Location.CLASSPATH;
          file.headers = Map.of("Cache-Control", "public, max-age=31536000, immutable");
        });
  }
}
