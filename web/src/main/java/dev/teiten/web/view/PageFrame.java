package dev.teiten.web.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds every page.
 *
 * @param theme {@code light} or {@code dark} where the reader chose one; null follows the system
 * @param path the page's own address, without the host
 * @param languageHref the same page in the other language
 * @param before the same page a week earlier; null where there is none
 * @param after the same page a week later
 * @param zone whose times the page shows
 */
public record PageFrame(
    PageTexts texts,
    String title,
    List<Crumb> crumbs,
    @Nullable String theme,
    String path,
    String languageHref,
    @Nullable Crumb before,
    @Nullable Crumb after,
    String zone,
    ZoneMenu zones,
    @Nullable Share share,
    boolean standalone) {

  public PageFrame {
    crumbs = List.copyOf(crumbs);
  }

  /** A step on the way to the page; the last has no address. */
  public record Crumb(String text, @Nullable String href) {}

  /** The page as documents; each an address. */
  public record Share(String markdown, String csv, String json, String html, String meeting) {}

  /** The same between two weeks; null where there is none. */
  public PageFrame between(@Nullable Crumb earlier, @Nullable Crumb later) {
    return new PageFrame(
        texts,
        title,
        crumbs,
        theme,
        path,
        languageHref,
        earlier,
        later,
        zone,
        zones,
        share,
        standalone);
  }

  /** The same with a menu of other forms. */
  public PageFrame sharedAs(Share forms) {
    return new PageFrame(
        texts,
        title,
        crumbs,
        theme,
        path,
        languageHref,
        before,
        after,
        zone,
        zones,
        forms,
        standalone);
  }

  public String t(String key) {
    return texts.get(key);
  }

  public String t(String key, String argument) {
    return texts.get(key, argument);
  }
}
