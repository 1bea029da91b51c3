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
 * A page's address without its host: every state of a page is in it.
 *
 * @param query the parameters, which may be given several times
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

  /** The address with {@code pairs} in place of the parameters of those names; null removes. */
  String with(@Nullable String... pairs) {
    List<@Nullable String> changed = new ArrayList<>();
    // A language that was asked for once is kept, and need not stand in the address; and quick is
    // what a script asks while a knob is dragged.
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
