package dev.teiten.web.view;

import dev.teiten.load.ReviewWeek;
import dev.teiten.load.SettingException;
import dev.teiten.size.SizingAdvice.Fix;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The addresses of the pages; an address contains the whole state of its page. */
public final class PageLinks {

  private PageLinks() {}

  public static String fleet(ReviewWeek week) {
    return "/?week=" + week.label();
  }

  public static String week(String cluster, ReviewWeek week) {
    return "/clusters/" + encode(cluster) + "/weeks/" + week.label();
  }

  public static String sizing(String cluster, ReviewWeek week) {
    return week(cluster, week) + "/sizing";
  }

  public static String query(String fingerprint, String cluster, ReviewWeek week) {
    return "/queries/" + encode(fingerprint) + with("cluster", cluster, "week", week.label());
  }

  /** A route of an application; its own slashes stay, and the first one is left out. */
  public static String route(String route, String cluster, ReviewWeek week) {
    String path = encode(route.startsWith("/") ? route.substring(1) : route).replace("%2F", "/");
    return "/routes/" + path + with("cluster", cluster, "week", week.label());
  }

  public static String task(long id) {
    return "/tasks/" + id;
  }

  /**
   * The number in a task's address.
   *
   * @throws SettingException if the text is not a number
   */
  public static long taskId(String text) {
    if (!text.matches("[1-9]\\d{0,17}")) {
      throw new SettingException(WrongText.NO_TASK.of(text), WrongText.TASK_NUMBERS.of());
    }
    return Long.parseLong(text);
  }

  /** The form of a new task about a cluster. */
  public static String newTask(String cluster, ReviewWeek week) {
    return "/tasks/new" + with("cluster", cluster, "week", week.label());
  }

  /** The form of a new task about a query. */
  public static String newTask(String cluster, ReviewWeek week, String fingerprint) {
    return newTask(cluster, week) + "&query=" + encode(fingerprint);
  }

  /** The form of a new task that promises fixes. */
  public static String newTask(String cluster, ReviewWeek week, List<Fix> fixes) {
    StringBuilder href = new StringBuilder(newTask(cluster, week));
    for (Fix fix : fixes) {
      href.append("&fix=").append(encode(fix.fingerprint())).append(':').append(fix.percent());
    }
    return href.toString();
  }

  /** The chart's series; {@code kind} names the chart. */
  public static String series(String cluster, ReviewWeek week, String kind) {
    return "/api" + week(cluster, week) + "/" + kind;
  }

  /** The marks of a cluster, for reading and adding. */
  public static String marks(String cluster) {
    return "/api/clusters/" + encode(cluster) + "/marks";
  }

  /** A query string of name-value pairs; a pair with a null value is left out. */
  public static String with(@Nullable String... pairs) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i + 1 < pairs.length; i += 2) {
      String value = pairs[i + 1];
      if (value != null) {
        parts.add(pairs[i] + "=" + encode(value));
      }
    }
    return parts.isEmpty() ? "" : "?" + String.join("&", parts);
  }

  /** Text as a part of an address. */
  public static String encode(String part) {
    return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20").replace("%3A", ":");
  }
}
