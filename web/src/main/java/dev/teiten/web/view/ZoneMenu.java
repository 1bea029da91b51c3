package dev.teiten.web.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The menu for the time zone.
 *
 * @param path the page's address without its parameters
 * @param chosen the reader's zone; null without a choice
 * @param home the server's zone
 * @param homeHref this page in the server's zone
 * @param fields the parameters that the form must send too
 */
public record ZoneMenu(
    String path, @Nullable String chosen, String home, String homeHref, List<Field> fields) {

  public ZoneMenu {
    fields = List.copyOf(fields);
  }

  /** A parameter of the address. */
  public record Field(String name, String value) {}
}
