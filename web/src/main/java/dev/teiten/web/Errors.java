package dev.teiten.web;

import dev.teiten.load.SettingException;
import dev.teiten.load.TeitenException;
import dev.teiten.review.store.ChangedMeanwhileException;
import dev.teiten.review.store.NoSuchTaskException;
import dev.teiten.review.store.StoreException;
import dev.teiten.web.access.RefusedException;
import dev.teiten.web.site.Json;
import dev.teiten.web.site.PageNotFoundException;
import dev.teiten.web.site.Site;
import dev.teiten.web.site.Visit;
import dev.teiten.web.templates.StaticTemplates;
import dev.teiten.web.view.Texts;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns what went wrong into a page with a hint: never a stack trace, an id where we are at fault.
 */
final class Errors {

  private static final Logger LOG = LoggerFactory.getLogger(Errors.class);

  private final Site site;

  Errors(Site site) {
    this.site = site;
  }

  void register(RoutesConfig routes) {
    routes.exception(PageNotFoundException.class, (e, ctx) -> show(ctx, 404, e));
    routes.exception(SettingException.class, (e, ctx) -> show(ctx, 400, e));
    routes.exception(RefusedException.class, (e, ctx) -> show(ctx, e.status(), e));
    routes.exception(NoSuchTaskException.class, (e, ctx) -> show(ctx, 404, e));
    routes.exception(ChangedMeanwhileException.class, (e, ctx) -> show(ctx, 409, e));
    routes.exception(StoreException.class, (e, ctx) -> show(ctx, 503, e));
    routes.exception(TeitenException.class, (e, ctx) -> show(ctx, 500, e));
    routes.exception(Exception.class, this::unexpected);
    routes.error(404, this::notFound);
  }

  private void show(Context ctx, int status, TeitenException e) {
    Texts texts = new Visit(ctx, site).texts();
    answer(ctx, status, texts.say(e.sentence()), texts.say(e.hintSentence()));
  }

  private void unexpected(Exception e, Context ctx) {
    String id = UUID.randomUUID().toString().substring(0, 8);
    LOG.error("request {} failed: {} {}", id, ctx.method(), ctx.path(), e);
    Texts texts = new Visit(ctx, site).texts();
    answer(ctx, 500, texts.get("error.unexpected"), texts.get("error.id", id));
  }

  private void notFound(Context ctx) {
    // An exception has already filled the answer; what is left is an address without a route.
    if (ctx.attribute("answered") == null) {
      Texts texts = new Visit(ctx, site).texts();
      answer(ctx, 404, texts.get("error.noPage"), texts.get("error.noPageHint"));
    }
  }

  private void answer(Context ctx, int status, String message, String hint) {
    ctx.attribute("answered", true);
    ctx.status(status);
    if (Site.isData(ctx)) {
      ctx.contentType("application/json")
          .result(Json.object().put("error", message).put("hint", hint).toString());
      return;
    }
    Visit visit = new Visit(ctx, site);
    String title = visit.texts().get(status == 404 ? "error.notFound" : "error.title");
    Site.show(
        ctx, new StaticTemplates().pagesError(visit.frame(title, List.of()), title, message, hint));
  }
}
