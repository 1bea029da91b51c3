package dev.teiten.web.tasks;

import dev.teiten.load.SettingException;
import dev.teiten.review.ledger.LedgerLine;
import dev.teiten.review.store.AuthorStamp;
import dev.teiten.review.store.ChangedMeanwhileException;
import dev.teiten.review.store.NoSuchTaskException;
import dev.teiten.review.store.Task;
import dev.teiten.review.store.TaskBook;
import dev.teiten.review.store.TaskCard;
import dev.teiten.review.store.TaskField;
import dev.teiten.review.store.TaskRemark;
import dev.teiten.web.access.AccessPolicy;
import dev.teiten.web.site.PageVisit;
import dev.teiten.web.site.SiteContext;
import dev.teiten.web.site.TaskCheck;
import dev.teiten.web.templates.StaticTemplates;
import dev.teiten.web.view.PageFrame;
import dev.teiten.web.view.PageFrame.Crumb;
import dev.teiten.web.view.PageLinks;
import dev.teiten.web.view.WrongText;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;

/** The ledger and its tasks: GET reads them, and forms write them and redirect to the result. */
public final class TaskRoutes {

  private final SiteContext site;
  private final AccessPolicy access;

  /**
   * @param access names the writer if a login proxy does
   */
  public TaskRoutes(SiteContext site, AccessPolicy access) {
    this.site = site;
    this.access = access;
  }

  /** Adds the routes. */
  public void register(RoutesConfig routes) {
    routes.get("/tasks", this::list);
    routes.get("/tasks/new", this::compose);
    routes.get("/tasks/{task}", ctx -> show(ctx, id(ctx), List.of()));
    routes.post("/tasks", this::create);
    routes.post("/tasks/{task}", this::change);
    routes.post("/tasks/{task}/remarks", this::say);
  }

  private void list(Context ctx) {
    PageVisit visit = new PageVisit(ctx, site);
    String title = visit.texts().get("tasks.title");
    PageFrame frame = visit.frame(title, List.of(new Crumb(title, null)));
    LedgerPage page = LedgerPage.of(site.desk().ledger(), book().now(), visit);
    SiteContext.show(ctx, new StaticTemplates().pagesTasks(frame, page));
  }

  private void compose(Context ctx) {
    PageVisit visit = new PageVisit(ctx, site);
    TaskForm form = new NewTask(visit).form();
    TaskPage page = TaskPage.fresh(form, TaskAuthor.of(ctx, access), visit.texts());
    SiteContext.show(ctx, new StaticTemplates().pagesTask(frame(visit, "task.new"), page));
  }

  private void create(Context ctx) {
    TaskCard card = check().checked(TaskForm.sent(ctx).card(null), null);
    AuthorStamp by = TaskAuthor.sign(ctx, access, site.clock().instant());
    Task task = book().write(store -> store.create(card, by));
    ctx.redirect(PageLinks.task(task.id()), HttpStatus.SEE_OTHER);
  }

  private void change(Context ctx) {
    long id = id(ctx);
    Task before = book().task(id);
    TaskCard sent = TaskForm.sent(ctx).card(before.card().fixedAt());
    TaskCard card = check().checked(sent, before.card());
    AuthorStamp by = TaskAuthor.sign(ctx, access, site.clock().instant());
    try {
      book().write(store -> store.change(id, version(ctx), card, by));
      ctx.redirect(PageLinks.task(id), HttpStatus.SEE_OTHER);
    } catch (ChangedMeanwhileException e) {
      ctx.status(HttpStatus.CONFLICT);
      show(ctx, id, TaskField.changes(book().task(id).card(), card));
    }
  }

  private void say(Context ctx) {
    long id = id(ctx);
    String text = ctx.formParam("text");
    TaskRemark remark = new TaskRemark(ctx.formParam("decision") != null, text == null ? "" : text);
    AuthorStamp by = TaskAuthor.sign(ctx, access, site.clock().instant());
    book().say(id, remark, by);
    ctx.redirect(PageLinks.task(id) + "#history", HttpStatus.SEE_OTHER);
  }

  /**
   * Shows a task.
   *
   * @param lost the reader's changes that collided with another change
   */
  private void show(Context ctx, long id, List<TaskField.FieldEdit> lost) {
    PageVisit visit = new PageVisit(ctx, site);
    LedgerLine line = site.desk().ledger().line(id).orElseThrow(() -> new NoSuchTaskException(id));
    TaskPage page =
        TaskPage.of(
            line,
            book().history(id),
            TaskAuthor.of(ctx, access),
            lost.stream()
                .map(c -> HistoryRow.change(c.field(), c.before(), c.after(), visit.dates()))
                .toList(),
            book().now(),
            visit.dates());
    PageFrame frame = frame(visit, "#" + id + " " + line.task().card().title(), "#" + id);
    SiteContext.show(ctx, new StaticTemplates().pagesTask(frame, page));
  }

  private static PageFrame frame(PageVisit visit, String key) {
    String title = visit.texts().get(key);
    return frame(visit, title, title);
  }

  private static PageFrame frame(PageVisit visit, String title, String crumb) {
    return visit.frame(
        title,
        List.of(new Crumb(visit.texts().get("tasks.title"), "/tasks"), new Crumb(crumb, null)));
  }

  private TaskCheck check() {
    return new TaskCheck(site.desk(), site.clock().instant());
  }

  private TaskBook book() {
    return site.desk().book();
  }

  private static long id(Context ctx) {
    return PageLinks.taskId(ctx.pathParam("task"));
  }

  private static int version(Context ctx) {
    String text = ctx.formParam("version");
    if (text == null || !text.matches("\\d{1,9}")) {
      throw new SettingException(WrongText.NO_VERSION.of(), WrongText.OPEN_AGAIN.of());
    }
    return Integer.parseInt(text);
  }
}
