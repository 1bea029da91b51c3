package dev.teiten.web.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The frame of every page.
 *
 * @param theme {@code light} or {@code dark} if the reader chose one; null follows the system
 * @param path the page's address, without the host
 * @param languageHref this page in the other language
 * @param before this page a week earlier; null if there is none
 * @param after this page a week later; null if there is none
 * @param zone the time zone of the displayed times
 * @param session whether the reader has logged in here, and can log out
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
    boolean standalone,
    boolean session) {

  public PageFrame {
    crumbs = List.copyOf(crumbs);
  }

  /** A step of the path to the page; the last one has no address. */
  public record Crumb(String text, @Nullable String href) {}

  /** The addresses of the page's other formats. */
  public record Share(String markdown, String csv, String json, String html, String meeting) {}

  /** This frame with links to the weeks before and after; null if there is none. */
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
        standalone,
        session);
  }

  /** This frame with a menu of other formats. */
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
        standalone,
        session);
  }

  public String t(String key) {
    return texts.get(key);
  }

  public String t(String key, String argument) {
    return texts.get(key, argument);
  }
}
