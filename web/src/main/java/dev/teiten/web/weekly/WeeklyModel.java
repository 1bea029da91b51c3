package dev.teiten.web.weekly;

import dev.teiten.load.ReviewWeek;
import dev.teiten.review.WeeklyReview;
import dev.teiten.web.site.Visit;
import dev.teiten.web.templates.StaticTemplates;
import dev.teiten.web.view.Frame;
import dev.teiten.web.view.Frame.Crumb;
import dev.teiten.web.view.Frame.Share;
import dev.teiten.web.view.Links;
import gg.jte.models.runtime.JteModel;
import java.util.List;

/** The weekly review as a page, for a browser and for a file alike. */
public final class WeeklyModel {

  private WeeklyModel() {}

  /** The page, ready to be rendered. */
  public static JteModel of(WeeklyReview review, Visit visit) {
    Frame frame = frame(review, visit);
    return visit.param("mode", "").equals("meeting")
        ? new StaticTemplates().pagesMeeting(frame, MeetingPage.of(review, visit))
        : new StaticTemplates().pagesWeekly(frame, WeeklyPage.of(review, visit));
  }

  static Frame frame(WeeklyReview review, Visit visit) {
    String cluster = review.ranking().cluster();
    ReviewWeek week = review.ranking().week();
    String address = Links.week(cluster, week);
    return visit
        .frame(
            cluster + " " + week.label(),
            List.of(
                visit.fleetCrumb(week),
                new Crumb(cluster, null),
                new Crumb(week.label() + " (" + visit.dates().week(week) + ")", null)),
            week,
            other -> Links.week(cluster, other))
        .sharedAs(
            new Share(
                address + "/review.md",
                address + "/ranking.csv",
                "/api" + address + "/review",
                address + "/review.html" + Links.with("lang", visit.texts().language()),
                visit.hrefWith("mode", "meeting")));
  }
}
