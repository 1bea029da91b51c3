package dev.teiten.web.api;

import dev.teiten.review.JsonDocuments;
import dev.teiten.review.ledger.LedgerLine;
import dev.teiten.review.store.AuthorStamp;
import dev.teiten.review.store.NoSuchTaskException;
import dev.teiten.review.store.Task;
import dev.teiten.review.store.TaskCard;
import dev.teiten.review.store.TaskRemark;
import dev.teiten.web.access.AccessPolicy;
import dev.teiten.web.access.WriteAudit;
import dev.teiten.web.site.SiteContext;
import dev.teiten.web.site.TaskCheck;
import dev.teiten.web.view.PageLinks;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

/**
 * The tasks as JSON: {@code GET /api/tasks?cluster=main&state=open&owner=Ann&fingerprint=F}, {@code
 * POST} a new one, {@code PATCH /api/tasks/12} with the version that was read, {@code POST
 * /api/tasks/12/remarks}. The member {@code author} names the writer, unless a login proxy does.
 */
public final class TaskApi {

  private final SiteContext site;
  private final AccessPolicy access;

  /**
   * @param access names the writer if a login proxy does
   */
  public TaskApi(SiteContext site, AccessPolicy access) {
    this.site = site;
    this.access = access;
  }

  /** Adds the routes. */
  public void register(RoutesConfig routes) {
    routes.get("/api/tasks", this::list);
    routes.get("/api/tasks/{task}", ctx -> answer(ctx, PageLinks.taskId(ctx.pathParam("task"))));
    routes.post("/api/tasks", this::create);
    routes.patch("/api/tasks/{task}", this::change);
    routes.post("/api/tasks/{task}/remarks", this::say);
  }

  private void list(Context ctx) {
    json(
        ctx,
        JsonDocuments.tasks(
            site.desk().ledger().lines().stream()
                .filter(line -> isWanted(line.task(), ctx))
                .toList()));
  }

  private static boolean isWanted(Task task, Context ctx) {
    String fingerprint = ctx.queryParam("fingerprint");
    return is(ctx.queryParam("cluster"), task.card().cluster())
        && is(ctx.queryParam("owner"), task.card().owner())
        && is(ctx.queryParam("state"), task.card().state().name())
        && (fingerprint == null || task.card().isAbout(fingerprint));
  }

  private static boolean is(@Nullable String wanted, @Nullable String value) {
    return wanted == null || wanted.equalsIgnoreCase(value);
  }

  private void create(Context ctx) {
    TaskBody body = TaskBody.of(ctx.body());
    AuthorStamp by = signature(ctx, body.author());
    TaskCard card = check().checked(body.card(), null);
    Task task = site.desk().book().write(store -> store.create(card, by));
    ctx.status(201).header("Location", "/api" + PageLinks.task(task.id()));
    answer(ctx, task.id());
  }

  private void change(Context ctx) {
    long id = PageLinks.taskId(ctx.pathParam("task"));
    TaskBody body = TaskBody.of(ctx.body());
    AuthorStamp by = signature(ctx, body.author());
    Task before = site.desk().book().task(id);
    TaskCard card = check().checked(body.onto(before.card()), before.card());
    site.desk().book().write(store -> store.change(id, body.version(), card, by));
    answer(ctx, id);
  }

  private void say(Context ctx) {
    long id = PageLinks.taskId(ctx.pathParam("task"));
    TaskBody body = TaskBody.ofRemark(ctx.body());
    TaskRemark remark = body.remark();
    AuthorStamp by = signature(ctx, body.author());
    site.desk().book().say(id, remark, by);
    ctx.status(201);
    answer(ctx, id);
  }

  private TaskCheck check() {
    return new TaskCheck(site.desk(), site.clock().instant());
  }

  /**
   * @param said author in the body
   */
  private AuthorStamp signature(Context ctx, String said) {
    String author = access.kind() == AccessPolicy.Kind.HEADER ? access.reader(ctx) : said;
    WriteAudit.name(ctx, said);
    return new AuthorStamp(author == null ? "" : author, site.clock().instant());
  }

  private void answer(Context ctx, long id) {
    LedgerLine line = site.desk().ledger().line(id).orElseThrow(() -> new NoSuchTaskException(id));
    json(ctx, JsonDocuments.task(line, site.desk().book().history(id)));
  }

  private static void json(Context ctx, String document) {
    ctx.contentType("application/json").result(document);
  }
}
