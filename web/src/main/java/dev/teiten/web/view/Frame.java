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
 */
public record Frame(
    Texts texts,
    String title,
    List<Crumb> crumbs,
    @Nullable String theme,
    String path,
    String languageHref,
    @Nullable Crumb before,
    @Nullable Crumb after,
    String zone) {

  public Frame {
    crumbs = List.copyOf(crumbs);
  }

  /** A step on the way to the page; the last has no address. */
  public record Crumb(String text, @Nullable String href) {}

  public String t(String key) {
    return texts.get(key);
  }

  public String t(String key, String argument) {
    return texts.get(key, argument);
  }
}
