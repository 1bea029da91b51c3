package dev.teiten.web.api;

import dev.teiten.load.SettingException;
import dev.teiten.load.TeitenException;
import dev.teiten.rank.Ranking;
import dev.teiten.size.SizingAdvice;
import dev.teiten.size.WhatIf;
import dev.teiten.web.site.PageVisit;
import dev.teiten.web.site.SiteContext;
import dev.teiten.web.sizing.WhatIfRequest;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.function.Function;

/**
 * The documents of {@code teiten rank} and {@code teiten size}, over HTTP.
 *
 * @param ranking writes a ranking as JSON
 * @param sizing writes sizing advice as JSON
 */
public record ApiRoutes(Function<Ranking, String> ranking, Function<SizingAdvice, String> sizing) {

  /** Routes that answer that the documents are unavailable. */
  public static ApiRoutes unavailable() {
    return new ApiRoutes(
        ranking -> {
          throw noWriter();
        },
        sizing -> {
          throw noWriter();
        });
  }

  /** Adds the routes. */
  public void register(RoutesConfig routes, SiteContext site) {
    String week = "/api/clusters/{cluster}/weeks/{week}";
    routes.get(week + "/ranking", ctx -> ranking(ctx, site));
    routes.get(week + "/sizing", ctx -> sizing(ctx, site));
  }

  private void ranking(Context ctx, SiteContext site) {
    PageVisit visit = new PageVisit(ctx, site);
    Ranking.Order order = order(visit.param("by", "load"));
    json(ctx, ranking.apply(visit.desk().result(visit.cluster(), visit.week()).ranking(order)));
  }

  private static Ranking.Order order(String by) {
    for (Ranking.Order order : Ranking.Order.values()) {
      if (order.name().equalsIgnoreCase(by)) {
        return order;
      }
    }
    throw new SettingException("by=" + by + " is no order", "Write load, peak or savings.");
  }

  private void sizing(Context ctx, SiteContext site) {
    PageVisit visit = new PageVisit(ctx, site);
    WhatIf whatIf = WhatIfRequest.strict(visit);
    json(ctx, sizing.apply(visit.desk().sizing(visit.cluster(), visit.week(), whatIf)));
  }

  private static void json(Context ctx, String document) {
    ctx.contentType("application/json").result(document);
  }

  private static TeitenException noWriter() {
    return new TeitenException(
        "This server was started without its JSON documents", "Ask `teiten rank --format json`.");
  }
}
