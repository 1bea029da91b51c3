package dev.teiten.web.site;

import dev.teiten.web.view.PageLinks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A page's address without its host; it contains the whole state of the page.
 *
 * @param query the parameters; a name may have several values
 */
public record PageAddress(String path, Map<String, List<String>> query) {

  /** A parameter; null if it is missing or empty. */
  @Nullable String param(String name) {
    List<String> values = query.getOrDefault(name, List.of());
    return values.isEmpty() || values.get(0).isBlank() ? null : values.get(0).strip();
  }

  List<String> params(String name) {
    return query.getOrDefault(name, List.of()).stream().filter(value -> !value.isBlank()).toList();
  }

  /**
   * The address with {@code pairs} in place of the parameters with those names; null removes one.
   */
  String with(@Nullable String... pairs) {
    List<@Nullable String> changed = new ArrayList<>();
    // A requested language is kept in a cookie, so the address drops it. A script adds quick while
    // a slider is dragged.
    Set<String> replaced = new HashSet<>(Set.of("lang", "quick"));
    for (int i = 0; i < pairs.length; i += 2) {
      replaced.add(String.valueOf(pairs[i]));
    }
    query.forEach(
        (name, values) -> {
          if (!replaced.contains(name)) {
            values.forEach(value -> changed.addAll(List.of(name, value)));
          }
        });
    changed.addAll(Arrays.asList(pairs));
    return path + PageLinks.with(changed.toArray(new String[0]));
  }
}
