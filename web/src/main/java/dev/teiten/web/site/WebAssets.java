package dev.teiten.web.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The static files of the pages: Teiten's, and ECharts' script. */
public final class WebAssets {

  /** The folder of the {@code /static} files on the class path. */
  public static final String FOLDER = "/dev/teiten/web/static";

  private static final String ECHARTS =
      "/META-INF/resources/_static/echarts/6.0.0/dist/echarts.common.min.js";

  private WebAssets() {}

  /** ECharts' script; the caller closes the stream. */
  public static InputStream echarts() {
    return open(ECHARTS);
  }

  /** ECharts' script as text. */
  public static String echartsText() {
    return text(ECHARTS);
  }

  /** The text of a file in {@code /static}, for example {@code app.js}. */
  public static String staticText(String name) {
    return text(FOLDER + "/" + name);
  }

  private static String text(String resource) {
    try (InputStream file = open(resource)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String resource) {
    InputStream file = WebAssets.class.getResourceAsStream(resource);
    if (file == null) {
      throw new IllegalStateException(resource + " is not on the class path");
    }
    return file;
  }
}
