package dev.teiten.normalize.scan;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The pattern in the value of a tag. A path keeps words in lower case, versions and placeholders
 * ({@code :id}, {@code {id}}, {@code <int:id>}); every other segment may be a user's and becomes
 * {@code ?}. Outside of paths the names of classes and methods stay too.
 */
final class TagPattern {
  private static final Pattern METHOD =
      Pattern.compile("(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) +(?=/)");
  private static final Pattern SEGMENT = Pattern.compile("[^/]+");
  private static final Pattern PLACEHOLDER =
      Pattern.compile(
          ":[A-Za-z_]{1,40}|\\{[A-Za-z_:.*]{1,40}\\??\\}|<[A-Za-z_:]{1,40}>|\\[[A-Za-z_.]{1,40}\\]|\\*{1,2}|\\?");
  private static final Pattern LOWER =
      Pattern.compile("[a-z]{1,24}(?:[_.-][a-z]{1,24}){0,5}|v[0-9]{1,2}");

  /** A name of a program: Mailer, UsersController, send_mail, Admin::UsersController#show. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_]+");

  private static final Pattern CAMEL =
      Pattern.compile(
          "[A-Z]{0,4}(?:[A-Z][a-z]{2,}){1,6}|[a-z]{2,}(?:[A-Z][a-z]{2,}){1,5}|[A-Z]{1,4}");
  private static final Pattern ARGUMENTS = Pattern.compile("\\([^)]*\\)?");

  private TagPattern() {}

  static String of(String value) {
    if (value.indexOf('/') < 0) {
      String bare = ARGUMENTS.matcher(value).replaceAll("(?)");
      return PLACEHOLDER.matcher(value).matches()
          ? value
          : replaced(NAME, bare, TagPattern::isName);
    }
    Matcher method = METHOD.matcher(value);
    String head = method.lookingAt() ? method.group() : "";
    return head + replaced(SEGMENT, value.substring(head.length()), TagPattern::isSegment);
  }

  private static String replaced(
      Pattern part, String value, java.util.function.Predicate<String> kept) {
    return part.matcher(value)
        .replaceAll(
            match -> kept.test(match.group()) ? Matcher.quoteReplacement(match.group()) : "?");
  }

  private static boolean isSegment(String segment) {
    return LOWER.matcher(segment).matches() || PLACEHOLDER.matcher(segment).matches();
  }

  private static boolean isName(String name) {
    return name.equals("_")
        || LOWER.matcher(name).matches()
        || CAMEL.matcher(name).matches()
        || name.matches("[a-z]{2,24}(?:_[a-z]{1,24}){1,6}");
  }
}
