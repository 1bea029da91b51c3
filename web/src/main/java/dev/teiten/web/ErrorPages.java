package dev.teiten.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.teiten.load.SettingException;
import dev.teiten.load.TeitenException;
import dev.teiten.review.store.ChangedMeanwhileException;
import dev.teiten.review.store.NoSuchTaskException;
import dev.teiten.review.store.StoreException;
import dev.teiten.web.access.RefusedException;
import dev.teiten.web.site.JsonNodes;
import dev.teiten.web.site.PageNotFoundException;
import dev.teiten.web.site.PageVisit;
import dev.teiten.web.site.SiteContext;
import dev.teiten.web.site.WrongFieldException;
import dev.teiten.web.templates.StaticTemplates;
import dev.teiten.web.view.PageTexts;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.UUID;
import org.eclipse.jetty.http.BadMessageException;
import org.eclipse.jetty.io.EofException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns errors into a page with a hint. An internal error shows an id, never a stack trace. */
final class ErrorPages {

  private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

  private final SiteContext site;

  ErrorPages(SiteContext site) {
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
    routes.exception(EofException.class, (e, ctx) -> unread(ctx));
    routes.exception(BadMessageException.class, (e, ctx) -> unread(ctx));
    routes.exception(Exception.class, this::unexpected);
    routes.error(404, this::notFound);
  }

  private void show(Context ctx, int status, TeitenException e) {
    PageTexts texts = new PageVisit(ctx, site).texts();
    String field = e instanceof WrongFieldException wrong ? wrong.field() : null;
    answer(ctx, status, texts.say(e.sentence()), texts.say(e.hintSentence()), field);
  }

  /** The client did not send its request, and does not wait for an answer: nothing is logged. */
  private static void unread(Context ctx) {
    ctx.attribute("answered", true);
    ctx.status(400).result("");
  }

  private void unexpected(Exception e, Context ctx) {
    String id = UUID.randomUUID().toString().substring(0, 8);
    LOG.error("request {} failed: {} {}", id, ctx.method(), ctx.path(), e);
    PageTexts texts = new PageVisit(ctx, site).texts();
    answer(ctx, 500, texts.get("error.unexpected"), texts.get("error.id", id), null);
  }

  private void notFound(Context ctx) {
    // An exception has already filled the answer; otherwise the address has no route.
    if (ctx.attribute("answered") == null) {
      PageTexts texts = new PageVisit(ctx, site).texts();
      answer(ctx, 404, texts.get("error.noPage"), texts.get("error.noPageHint"), null);
    }
  }

  private void answer(
      Context ctx, int status, String message, String hint, @Nullable String field) {
    ctx.attribute("answered", true);
    ctx.status(status);
    if (SiteContext.isData(ctx)) {
      ObjectNode error = JsonNodes.object().put("error", message).put("hint", hint);
      if (field != null) {
        error.put("field", field);
      }
      ctx.contentType("application/json").result(error.toString());
      return;
    }
    PageVisit visit = new PageVisit(ctx, site);
    String title = visit.texts().get(status == 404 ? "error.notFound" : "error.title");
    SiteContext.show(
        ctx, new StaticTemplates().pagesError(visit.frame(title, List.of()), title, message, hint));
  }
}
