package dev.teiten.web.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.teiten.load.ClusterMark;
import dev.teiten.load.TimeRange;
import dev.teiten.web.site.JsonNodes;
import dev.teiten.web.site.PageNotFoundException;
import dev.teiten.web.site.PageVisit;
import dev.teiten.web.site.SiteContext;
import dev.teiten.web.site.WrongFieldException;
import dev.teiten.web.view.MarkKey;
import dev.teiten.web.view.WrongText;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/**
 * The marks of a cluster. {@code GET} with {@code from} and {@code to} (default: the last 35 days)
 * reads them, {@code POST {"at": "2026-11-10T14:00:00Z", "label": "deploy 1234"}} adds one. {@code
 * PATCH} and {@code DELETE} of {@code …/marks/ID} change one that a person wrote.
 */
public final class MarkRoutes {
  private static final Duration LOOK_BACK = Duration.ofDays(35);
  private static final Set<String> MEMBERS = Set.of("at", "label");
  private static final String MARKS = "/api/clusters/{cluster}/marks";

  private final SiteContext site;

  public MarkRoutes(SiteContext site) {
    this.site = site;
  }

  /** Adds the routes. */
  public void register(RoutesConfig routes) {
    routes.get(MARKS, this::list);
    routes.post(MARKS, this::add);
    routes.patch(MARKS + "/{mark}", this::change);
    routes.delete(MARKS + "/{mark}", this::remove);
  }

  private void list(Context ctx) {
    PageVisit visit = new PageVisit(ctx, site);
    TimeRange asked = visit.range();
    Instant now = site.clock().instant();
    TimeRange range = asked == null ? new TimeRange(now.minus(LOOK_BACK), now) : asked;
    ArrayNode marks = JsonNodes.object().arrayNode();
    site.desk().marks(visit.cluster(), range).forEach(mark -> marks.add(json(mark)));
    ctx.contentType("application/json").result(JsonNodes.object().set("marks", marks).toString());
  }

  private void add(Context ctx) {
    JsonBody body = JsonBody.of(ctx.body(), MEMBERS);
    ClusterMark mark = mark(ctx, at(ctx, body.text("at", "")), body.text("label", ""));
    site.desk().addMark(mark);
    ctx.status(201).contentType("application/json").result(json(mark).toString());
  }

  private void change(Context ctx) {
    ClusterMark old = find(ctx);
    JsonBody body = JsonBody.of(ctx.body(), MEMBERS);
    Instant at = body.has("at") ? at(ctx, body.text("at", "")) : old.at();
    ClusterMark mark = mark(ctx, at, body.text("label", old.label()));
    site.desk().replaceMark(old, mark);
    ctx.contentType("application/json").result(json(mark).toString());
  }

  private void remove(Context ctx) {
    site.desk().replaceMark(find(ctx), null);
    ctx.status(204);
  }

  private ClusterMark mark(Context ctx, Instant at, String label) {
    // The archive keeps microseconds.
    return new ClusterMark(
            at.truncatedTo(ChronoUnit.MICROS),
            ctx.pathParam("cluster"),
            label,
            ClusterMark.Source.MANUAL)
        .checkedAt(site.clock().instant());
  }

  /** The mark of a person with the id of the path. */
  private ClusterMark find(Context ctx) {
    TimeRange always = new TimeRange(Instant.EPOCH, site.clock().instant().plus(LOOK_BACK));
    return site.desk().marks(ctx.pathParam("cluster"), always).stream()
        .filter(mark -> mark.source() == ClusterMark.Source.MANUAL)
        .filter(mark -> MarkKey.of(mark).equals(ctx.pathParam("mark")))
        .findFirst()
        .orElseThrow(
            () -> new PageNotFoundException(WrongText.NO_MARK.of(), WrongText.READ_MARKS.of()));
  }

  /** An instant, or a local time in the page's zone. */
  private Instant at(Context ctx, String text) {
    ZoneId zone = new PageVisit(ctx, site).zone();
    try {
      return text.endsWith("Z")
          ? Instant.parse(text)
          : LocalDateTime.parse(text).atZone(zone).toInstant();
    } catch (DateTimeException e) {
      throw new WrongFieldException("at", WrongText.NO_TIME.of(text), WrongText.WRITE_TIME.of());
    }
  }

  private static ObjectNode json(ClusterMark mark) {
    return JsonNodes.object()
        .put("id", MarkKey.of(mark))
        .put("at", mark.at().toString())
        .put("cluster", mark.cluster())
        .put("label", mark.label())
        .put("source", mark.source().name());
  }
}
