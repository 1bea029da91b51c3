package dev.teiten.web;

import dev.teiten.web.site.SiteContext;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The checks of a monitor: {@code /healthz} answers while the server runs, {@code /readyz} while it
 * can read the archive. A store of tasks that is down costs the tasks only. Neither needs a login,
 * and neither tells anything about the content.
 */
final class HealthRoutes {
  private static final Logger LOG = LoggerFactory.getLogger(HealthRoutes.class);

  private final SiteContext site;

  HealthRoutes(SiteContext site) {
    this.site = site;
  }

  void register(RoutesConfig routes) {
    routes.get("/healthz", ctx -> say(ctx, "ok"));
    routes.get("/readyz", this::ready);
  }

  private void ready(Context ctx) {
    try {
      // Lists the folders and reads the inventory.
      site.desk().version();
      site.desk().weeks();
      boolean hasTasks = site.desk().book().outage() == null;
      say(ctx, hasTasks ? "ready" : "ready, but the store of tasks cannot be used");
    } catch (RuntimeException e) {
      LOG.warn("/readyz: the archive cannot be read", e);
      ctx.status(503);
      say(ctx, "the archive cannot be read");
    }
  }

  private static void say(Context ctx, String text) {
    ctx.header("Cache-Control", "no-store").result(text + "\n");
  }
}
