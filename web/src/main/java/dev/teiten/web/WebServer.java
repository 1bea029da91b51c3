package dev.teiten.web;

import dev.teiten.load.TeitenException;
import dev.teiten.review.ReviewService;
import dev.teiten.web.access.AccessGuard;
import dev.teiten.web.access.AccessPolicy;
import dev.teiten.web.access.LoginRoutes;
import dev.teiten.web.access.WriteAudit;
import dev.teiten.web.access.WriteGuard;
import dev.teiten.web.api.ApiRoutes;
import dev.teiten.web.api.MarkRoutes;
import dev.teiten.web.api.TaskApi;
import dev.teiten.web.chart.ChartRoutes;
import dev.teiten.web.fleet.FleetRoutes;
import dev.teiten.web.metrics.MetricsRoutes;
import dev.teiten.web.query.CallerRoutes;
import dev.teiten.web.query.QueryRoutes;
import dev.teiten.web.share.ShareRoutes;
import dev.teiten.web.site.JsonNodes;
import dev.teiten.web.site.ReviewDesk;
import dev.teiten.web.site.SiteContext;
import dev.teiten.web.site.ZoneRoutes;
import dev.teiten.web.sizing.SizingRoutes;
import dev.teiten.web.tasks.TaskRoutes;
import dev.teiten.web.weekly.WeeklyRoutes;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.util.JavalinBindException;
import io.javalin.util.JavalinException;
import java.net.URI;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves the review over HTTP until it is closed. */
public final class WebServer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);

  private final Javalin javalin;
  private final URI uri;

  private WebServer(Javalin javalin, String host) {
    this.javalin = javalin;
    String name = host.equals("0.0.0.0") || host.equals("::") ? "localhost" : host;
    this.uri =
        URI.create(
            "http://"
                + (name.contains(":") ? "[" + name + "]" : name)
                + ":"
                + javalin.port()
                + "/");
  }

  /**
   * Starts the server.
   *
   * @throws TeitenException if the port is taken
   */
  public static WebServer start(
      WebSettings settings, ReviewService reviews, CollectionStatus progress, Clock clock) {
    return start(settings, reviews, progress, clock, ApiRoutes.unavailable());
  }

  /** Starts the server, with the JSON documents of {@code api}. */
  public static WebServer start(
      WebSettings settings,
      ReviewService reviews,
      CollectionStatus progress,
      Clock clock,
      ApiRoutes api) {
    ReviewDesk desk = new ReviewDesk(reviews, settings.zone());
    SiteContext site = new SiteContext(settings.zone(), desk, clock);
    try {
      return new WebServer(
          Javalin.start(
              config -> {
                listen(config, settings);
                guard(config, site, settings);
                route(config, site, settings, progress, api);
              }),
          settings.host());
    } catch (JavalinBindException e) {
      throw new TeitenException(
          "Cannot listen on " + settings.host() + ":" + settings.port() + ": the port is taken",
          "Choose another with --port, or stop what listens there.",
          e);
    }
  }

  /** The address of the pages. */
  public URI uri() {
    return uri;
  }

  @Override
  public void close() {
    try {
      javalin.stop();
    } catch (JavalinException e) {
      // The server has stopped; answers that took longer than its patience were cut off.
      LOG.debug("stopped with answers under way", e);
    }
  }

  private static void listen(JavalinConfig config, WebSettings settings) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.jetty.host = settings.host();
    config.jetty.port = settings.port();
    ServerLimits.set(config);
  }

  private static void guard(JavalinConfig config, SiteContext site, WebSettings settings) {
    AccessGuard access = new AccessGuard(settings.access(), settings.openMetrics(), site.clock());
    config.routes.before(SecurityHeaders::add);
    config.routes.before(access::check);
    config.routes.before(WriteGuard::check);
    config.routes.after(new WriteAudit(settings.access())::note);
    if (settings.access().kind() == AccessPolicy.Kind.TOKEN) {
      new LoginRoutes(site, access).register(config.routes);
    }
  }

  private static void route(
      JavalinConfig config,
      SiteContext site,
      WebSettings settings,
      CollectionStatus progress,
      ApiRoutes api) {
    new ZoneRoutes(site).register(config.routes);
    new PageCache(() -> site.desk().version() + progress.state().done(), settings.access())
        .register(config.routes);
    StaticFiles.register(config);
    new HealthRoutes(site).register(config.routes);
    new MetricsRoutes(site).register(config.routes);
    new LatestRoutes(site).register(config.routes);
    config.routes.get("/api/progress", ctx -> tell(progress.state(), ctx));
    new FleetRoutes(site).register(config.routes);
    new WeeklyRoutes(site).register(config.routes);
    new SizingRoutes(site).register(config.routes);
    new QueryRoutes(site).register(config.routes);
    new CallerRoutes(site).register(config.routes);
    new TaskRoutes(site, settings.access()).register(config.routes);
    new TaskApi(site, settings.access()).register(config.routes);
    new MarkRoutes(site).register(config.routes);
    new ShareRoutes(site).register(config.routes);
    new ChartRoutes(site).register(config.routes);
    api.register(config.routes, site);
    new ErrorPages(site).register(config.routes);
  }

  private static void tell(CollectionStatus.State state, Context ctx) {
    ctx.header("Cache-Control", "no-store");
    ctx.contentType("application/json")
        .result(
            JsonNodes.object()
                .put("active", state.isActive())
                .put("done", state.done())
                .put("total", state.total())
                .put("text", state.text())
                .toString());
  }
}
