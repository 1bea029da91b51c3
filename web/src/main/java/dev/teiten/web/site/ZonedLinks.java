package dev.teiten.web.site;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Adds the page's zone to the addresses within the page, so that linked pages show the same week.
 * This is one step over the whole page, because a page has hundreds of addresses.
 */
final class ZonedLinks {

  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?<=[ \\n"
              + "])(href|data-chart|data-mark)=\"(/(?!static/)[^\"?#]*)(\\?[^\"#]*)?(#[^\"]*)?\"");
  private static final Pattern NAMED = Pattern.compile("[?;&]" + TimeZones.PARAMETER + "=");

  private ZonedLinks() {}

  /**
   * The page with a zone in every address that lacks one.
   *
   * @param zone in the form of an address, for example {@code Asia%2FTokyo}
   */
  static String in(String html, String zone) {
    String pair = TimeZones.PARAMETER + "=" + zone;
    return ADDRESS
        .matcher(html)
        .replaceAll(
            link -> {
              String query = link.group(3) == null ? "" : link.group(3);
              String hash = link.group(4) == null ? "" : link.group(4);
              String zoned =
                  NAMED.matcher(query).find()
                      ? query
                      : query.isEmpty() ? "?" + pair : query + "&amp;" + pair;
              return Matcher.quoteReplacement(
                  link.group(1) + "=\"" + link.group(2) + zoned + hash + "\"");
            });
  }
}
