package dev.teiten.web.site;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Gives the addresses within a page the zone that the page is read in, so that one click later the
 * numbers are still those of the same week. In one place, for a page holds hundreds of them.
 */
final class ZonedLinks {

  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?<=[ \\n"
              + "])(href|data-chart|data-mark)=\"(/(?!static/)[^\"?#]*)(\\?[^\"#]*)?(#[^\"]*)?\"");
  private static final Pattern NAMED = Pattern.compile("[?;&]" + TimeZones.PARAMETER + "=");

  private ZonedLinks() {}

  /**
   * The page with a zone in every address that names none.
   *
   * @param zone as an address writes it, such as {@code Asia%2FTokyo}
   */
  static String in(String html, String zone) {
    String pair = TimeZones.PARAMETER + "=" + zone;
    return ADDRESS
        .matcher(html)
        .replaceAll(
            found -> {
              String query = found.group(3) == null ? "" : found.group(3);
              String hash = found.group(4) == null ? "" : found.group(4);
              String zoned =
                  NAMED.matcher(query).find()
                      ? query
                      : query.isEmpty() ? "?" + pair : query + "&amp;" + pair;
              return Matcher.quoteReplacement(
                  found.group(1) + "=\"" + found.group(2) + zoned + hash + "\"");
            });
  }
}
