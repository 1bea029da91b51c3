package dev.teiten.normalize.scan;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tags that frameworks leave in comments: which controller, action or route sent a statement. They
 * say where a statement comes from and are no part of it. Only keys of few values are kept, and of
 * their values only what looks like a pattern, because a route may carry a customer's id.
 *
 * @see <a href="https://google.github.io/sqlcommenter/spec/">sqlcommenter</a>
 * @see <a href="https://github.com/basecamp/marginalia">marginalia</a>
 */
public final class CommentTags {
  private static final int LONGEST_COMMENT = 2_048;
  private static final int LONGEST_VALUE = 300;
  private static final Map<String, String> KEYS =
      Map.ofEntries(
          Map.entry("controller", "controller"),
          Map.entry("action", "action"),
          Map.entry("route", "route"),
          Map.entry("framework", "framework"),
          Map.entry("application", "application"),
          Map.entry("app", "application"),
          Map.entry("job", "job"));
  private static final Pattern SQLCOMMENTER =
      Pattern.compile("([A-Za-z_%0-9-]{1,40}+)='([^'\\\\]*+(?:\\\\.[^'\\\\]*+)*+)'");
  private static final Pattern MARGINALIA =
      Pattern.compile("(?:^|[,\\s])([A-Za-z_]{1,40}):([^,\\s'*]{1,200})(?=[,\\s*]|$)");
  private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9_./:#{}<>\\[\\]()|?$^+*~ -]");

  private CommentTags() {}

  /** Adds the tags of a comment; of a comment that was cut, the tags that are whole. */
  public static void read(byte[] text, int start, int end, Map<String, String> into) {
    int length = Math.min(end - start, LONGEST_COMMENT);
    if (length < 5 || text[start + 2] == '+') {
      // Too short, or an optimizer hint.
      return;
    }
    String comment = new String(text, start, length, StandardCharsets.UTF_8);
    String body = body(comment);
    boolean equals = body.indexOf('=') >= 0;
    if (!equals && body.indexOf(':') < 0) {
      return;
    }
    if (!equals && comment.startsWith("/*") && !comment.endsWith("*/")) {
      // The last value may have been longer.
      body = body.substring(0, Math.max(0, body.lastIndexOf(',')));
    }
    Matcher matcher = (equals ? SQLCOMMENTER : MARGINALIA).matcher(body);
    while (matcher.find()) {
      keep(matcher.group(1), matcher.group(2), into);
    }
  }

  private static String body(String comment) {
    String head =
        comment.startsWith("/*") || comment.startsWith("--")
            ? comment.substring(2)
            : comment.substring(1);
    return head.endsWith("*/") ? head.substring(0, head.length() - 2) : head;
  }

  private static void keep(String key, String raw, Map<String, String> into) {
    String tag = KEYS.get(decode(key).toLowerCase(Locale.ROOT));
    if (tag == null || raw.length() > LONGEST_VALUE) {
      return;
    }
    String value = decode(raw);
    if (!value.isEmpty() && !UNSAFE.matcher(value).find()) {
      into.putIfAbsent(tag, TagPattern.of(value));
    }
  }

  private static String decode(String value) {
    if (value.indexOf('%') < 0) {
      return value;
    }
    try {
      return java.net.URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return value;
    }
  }

  public static Map<String, String> none() {
    return new TreeMap<>();
  }
}
