package dev.teiten.web.weekly;

import dev.teiten.load.ReviewWeek;
import dev.teiten.review.AgendaItem;
import dev.teiten.web.view.Links;
import dev.teiten.web.view.Texts;
import java.util.Locale;

/** One point of the meeting, ready to be shown. */
public record AgendaRow(String kind, String css, String text, String evidence, String href) {

  static AgendaRow of(AgendaItem item, String cluster, ReviewWeek week, Texts texts) {
    String kind = item.kind().name().toLowerCase(Locale.ROOT);
    return new AgendaRow(
        texts.get("agenda." + kind),
        "k-" + kind,
        texts.say(item.text()),
        texts.say(item.evidence()),
        href(item, cluster, week));
  }

  private static String href(AgendaItem item, String cluster, ReviewWeek week) {
    if (item.fingerprint() != null) {
      return Links.query(item.fingerprint(), cluster, week);
    }
    return item.kind() == AgendaItem.Kind.DATA
        ? Links.week(cluster, week) + "#warnings"
        : Links.sizing(cluster, week);
  }
}
