package dev.teiten.web.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.teiten.load.ClusterMark;
import dev.teiten.load.SettingException;
import dev.teiten.load.TimeRange;
import dev.teiten.web.site.JsonNodes;
import dev.teiten.web.site.PageVisit;
import dev.teiten.web.site.SiteContext;
import dev.teiten.web.view.WrongText;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * The marks of a cluster. {@code GET} with {@code from} and {@code to} (default: the last 35 days)
 * reads them, {@code POST {"at": "2026-11-10T14:00:00Z", "label": "deploy 1234"}} adds one.
 */
public final class MarkRoutes {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Duration LOOK_BACK = Duration.ofDays(35);

  private final SiteContext site;

  public MarkRoutes(SiteContext site) {
    this.site = site;
  }

  /** Adds the routes. */
  public void register(RoutesConfig routes) {
    routes.get("/api/clusters/{cluster}/marks", this::list);
    routes.post("/api/clusters/{cluster}/marks", this::add);
  }

  private void list(Context ctx) {
    PageVisit visit = new PageVisit(ctx, site);
    TimeRange asked = visit.range();
    Instant now = site.clock().instant();
    TimeRange range = asked == null ? new TimeRange(now.minus(LOOK_BACK), now) : asked;
    ArrayNode marks = MAPPER.createArrayNode();
    site.desk().marks(visit.cluster(), range).forEach(mark -> marks.add(json(mark)));
    ctx.contentType("application/json").result(JsonNodes.object().set("marks", marks).toString());
  }

  private void add(Context ctx) {
    JsonNode body = body(ctx);
    ClusterMark mark =
        new ClusterMark(
            at(body.path("at").asText(""), new PageVisit(ctx, site).zone()),
            ctx.pathParam("cluster"),
            body.path("label").asText(""),
            ClusterMark.Source.MANUAL);
    site.desk().addMark(mark);
    ctx.status(201).contentType("application/json").result(json(mark).toString());
  }

  private static JsonNode body(Context ctx) {
    try {
      return MAPPER.readTree(ctx.body());
    } catch (JsonProcessingException e) {
      throw new SettingException(
          "The mark is no JSON", "Send {\"at\": \"2026-11-10T14:00:00Z\", \"label\": \"deploy\"}.");
    }
  }

  /** An instant, or a local time in the page's zone. */
  private static Instant at(String text, ZoneId zone) {
    try {
      return text.endsWith("Z")
          ? Instant.parse(text)
          : LocalDateTime.parse(text).atZone(zone).toInstant();
    } catch (DateTimeException e) {
      throw new SettingException(WrongText.NO_TIME.of(text), WrongText.WRITE_TIME.of());
    }
  }

  private static ObjectNode json(ClusterMark mark) {
    return JsonNodes.object()
        .put("at", mark.at().toString())
        .put("cluster", mark.cluster())
        .put("label", mark.label())
        .put("source", mark.source().name());
  }
}
