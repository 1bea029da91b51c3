package dev.teiten.web.weekly;

import dev.teiten.load.ReviewWeek;
import dev.teiten.review.WeeklyReview;
import dev.teiten.web.site.PageVisit;
import dev.teiten.web.templates.StaticTemplates;
import dev.teiten.web.view.PageFrame;
import dev.teiten.web.view.PageFrame.Crumb;
import dev.teiten.web.view.PageFrame.Share;
import dev.teiten.web.view.PageLinks;
import gg.jte.models.runtime.JteModel;
import java.util.List;

/** The model of the weekly review page, for a browser and for a file. */
public final class WeeklyModel {

  private WeeklyModel() {}

  /** The page, ready to be rendered. */
  public static JteModel of(WeeklyReview review, PageVisit visit) {
    PageFrame frame = frame(review, visit);
    return visit.param("mode", "").equals("meeting")
        ? new StaticTemplates().pagesMeeting(frame, MeetingPage.of(review, visit))
        : new StaticTemplates().pagesWeekly(frame, WeeklyPage.of(review, visit));
  }

  static PageFrame frame(WeeklyReview review, PageVisit visit) {
    String cluster = review.ranking().cluster();
    ReviewWeek week = review.ranking().week();
    String address = PageLinks.week(cluster, week);
    return visit
        .frame(
            cluster + " " + week.label(),
            List.of(
                visit.fleetCrumb(week),
                new Crumb(cluster, null),
                new Crumb(week.label() + " (" + visit.dates().week(week) + ")", null)),
            week,
            other -> PageLinks.week(cluster, other))
        .sharedAs(
            new Share(
                address + "/review.md",
                address + "/ranking.csv",
                "/api" + address + "/review",
                address + "/review.html" + PageLinks.with("lang", visit.texts().language()),
                visit.hrefWith("mode", "meeting")));
  }
}
