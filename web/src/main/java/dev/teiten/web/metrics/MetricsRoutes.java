package dev.teiten.web.metrics;

import dev.teiten.web.site.SiteContext;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/**
 * The numbers for a monitor: {@code /metrics}.
 *
 * @see <a href="https://prometheus.io/docs/instrumenting/exposition_formats/">Prometheus,
 *     exposition formats</a>
 */
public final class MetricsRoutes {
  /** The address. */
  public static final String PATH = "/metrics";

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final PrometheusTextFormatWriter writer = PrometheusTextFormatWriter.create();

  public MetricsRoutes(SiteContext site) {
    registry.register(new ServiceMetrics(site));
    JvmMetrics.builder().register(registry);
  }

  /** Adds the route. */
  public void register(RoutesConfig routes) {
    routes.get(PATH, this::scrape);
  }

  private void scrape(Context ctx) throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    writer.write(text, registry.scrape(), EscapingScheme.UNDERSCORE_ESCAPING);
    ctx.header("Cache-Control", "no-store");
    ctx.contentType(writer.getContentType()).result(text.toByteArray());
  }
}
