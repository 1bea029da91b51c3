package dev.teiten.review;

import dev.teiten.load.Sentence;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A review as a message for a chat: the headline, and a line for each point of the agenda.
 *
 * @see <a href="https://docs.slack.dev/messaging/formatting-message-text/">Slack: formatting
 *     message text</a>
 */
public final class ReviewNotice {
  private static final int MOST_POINTS = 20;

  private ReviewNotice() {}

  /**
   * The message of one cluster as the JSON that Slack's incoming webhooks take.
   *
   * @param baseUrl where the review UI is served; null for a message without a link
   */
  public static String json(ReviewedWeek review, @Nullable String baseUrl) {
    return json(text(review, baseUrl));
  }

  /** Any message as that JSON. */
  public static String json(String text) {
    return JsonDocuments.writeLine(Map.of("text", text));
  }

  private static String text(ReviewedWeek review, @Nullable String baseUrl) {
    String name = review.ranking().cluster() + " " + review.ranking().week();
    String title = baseUrl == null ? escaped(name) : link(review, baseUrl, name);
    List<AgendaItem> agenda = review.agenda();
    String points =
        agenda.stream().limit(MOST_POINTS).map(ReviewNotice::line).collect(Collectors.joining());
    String rest =
        agenda.size() <= MOST_POINTS ? "" : "\n… and " + (agenda.size() - MOST_POINTS) + " more";
    String none = agenda.isEmpty() ? "\nNothing changed beyond the weekly noise." : "";
    return "*"
        + title
        + "*\n"
        + escaped(Sentence.join(review.headline()).text())
        + points
        + rest
        + none;
  }

  private static String link(ReviewedWeek review, String baseUrl, String name) {
    return "<"
        + baseUrl
        + "/clusters/"
        + URLEncoder.encode(review.ranking().cluster(), StandardCharsets.UTF_8).replace("+", "%20")
        + "/weeks/"
        + review.ranking().week().label()
        + "|"
        + escaped(name)
        + ">";
  }

  private static String line(AgendaItem item) {
    return "\n• *" + item.kind() + "* " + escaped(item.text().text());
  }

  /** The three characters that Slack reads as markup. */
  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
