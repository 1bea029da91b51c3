package dev.teiten.web.share;

import dev.teiten.review.WeeklyReview;
import dev.teiten.web.chart.ChartJson;
import dev.teiten.web.site.PageVisit;
import dev.teiten.web.site.WebAssets;
import dev.teiten.web.view.PageLinks;
import dev.teiten.web.weekly.WeeklyModel;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The weekly review as one self-contained file: the page's template with styles, scripts and chart
 * data. Only this file has inline content.
 */
public final class ReviewFile {

  // The policy allows the file nothing but its own content.
  private static final String POLICY =
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';"
          + " style-src 'unsafe-inline'; script-src 'unsafe-inline'\">";
  private static final Pattern STYLE =
      Pattern.compile(
          "<link rel=\"stylesheet\" href=\"/static/([a-z]+\\.css)\"( media=\"print\")?>");
  private static final Pattern SCRIPT =
      Pattern.compile("<script type=\"module\" src=\"/static/([a-z]+\\.js)\"></script>");
  private static final Pattern ICON = Pattern.compile("<link rel=\"icon\"[^>]*>");
  private static final Pattern LINK = Pattern.compile("(<a\\b[^>]*?)\\shref=\"/[^\"]*\"");

  private ReviewFile() {}

  /**
   * The file.
   *
   * @param language {@code en} or {@code ja}
   */
  public static String of(WeeklyReview review, String language) {
    var week = review.ranking().week();
    String address = PageLinks.week(review.ranking().cluster(), week);
    PageVisit visit = new PageVisit(week.zone(), address, language);
    String page = WeeklyModel.of(review, visit).render();
    page = LINK.matcher(page).replaceAll(link -> Matcher.quoteReplacement(link.group(1)));
    page = STYLE.matcher(page).replaceAll(ReviewFile::style);
    page = ICON.matcher(page).replaceAll(Matcher.quoteReplacement(POLICY));
    return SCRIPT
        .matcher(page)
        .replaceAll(link -> Matcher.quoteReplacement(scripts(link.group(1), review, visit)));
  }

  private static String style(MatchResult link) {
    String media = link.group(2) == null ? "" : link.group(2);
    return Matcher.quoteReplacement(
        "<style" + media + ">" + WebAssets.staticText(link.group(1)) + "</style>");
  }

  private static String scripts(String module, WeeklyReview review, PageVisit visit) {
    StringBuilder scripts = new StringBuilder();
    ChartJson.documents(review, visit.texts())
        .forEach(
            (slice, json) ->
                scripts
                    .append("<script type=\"application/json\" id=\"load-")
                    .append(slice.key())
                    .append("\">")
                    .append(json.replace("<", "\\u003c"))
                    .append("</script>\n"));
    return scripts
        .append("<script>")
        .append(closed(WebAssets.echartsText()))
        .append("</script>\n<script type=\"module\">")
        .append(closed(ScriptBundle.of(module)))
        .append("</script>")
        .toString();
  }

  /** Escapes an end tag in a script, which would end the script early. */
  private static String closed(String script) {
    return script.replace("</script", "<\\/script");
  }
}
