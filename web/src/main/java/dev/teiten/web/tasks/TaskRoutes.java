package dev.teiten.web.tasks;

import dev.teiten.web.site.Site;
import dev.teiten.web.site.Visit;
import dev.teiten.web.templates.StaticTemplates;
import dev.teiten.web.view.Frame.Crumb;
import io.javalin.config.RoutesConfig;
import java.util.List;

/** The ledger's address, which says that the ledger is not built yet. */
public final class TaskRoutes {

  private final Site site;

  public TaskRoutes(Site site) {
    this.site = site;
  }

  /** Adds the route. */
  public void register(RoutesConfig routes) {
    routes.get(
        "/tasks",
        ctx -> {
          Visit visit = new Visit(ctx, site);
          String title = visit.texts().get("tasks.title");
          Site.show(
              ctx,
              new StaticTemplates()
                  .pagesTasks(visit.frame(title, List.of(new Crumb(title, null)))));
        });
  }
}
