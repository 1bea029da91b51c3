package dev.teiten.web.share;

import dev.teiten.web.site.Assets;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Our scripts as one, for a page without a server. Modules of a file cannot import each other, so
 * they are put one after the other, each after those that it imports; their names do not clash.
 */
final class Bundle {

  private static final Pattern IMPORT =
      Pattern.compile("(?m)^import .* from \"\\./([a-z-]+\\.js)\";\\R");
  private static final Pattern EXPORT = Pattern.compile("(?m)^export ");

  private final Set<String> seen = new LinkedHashSet<>();
  private final StringBuilder text = new StringBuilder();

  private Bundle() {}

  static String of(String module) {
    Bundle bundle = new Bundle();
    bundle.add(module);
    return bundle.text.toString();
  }

  private void add(String module) {
    if (!seen.add(module)) {
      return;
    }
    String source = Assets.own(module);
    Matcher imports = IMPORT.matcher(source);
    while (imports.find()) {
      add(imports.group(1));
    }
    text.append(EXPORT.matcher(IMPORT.matcher(source).replaceAll("")).replaceAll("")).append('\n');
  }
}
