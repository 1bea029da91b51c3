package dev.teiten.web.share;

import dev.teiten.web.site.ScriptModules;
import dev.teiten.web.site.WebAssets;
import java.util.regex.Pattern;

/**
 * Combines Teiten's scripts into one, for a page without a server. Modules in a file cannot import
 * each other, so each is placed after its imports; their names do not clash.
 */
final class ScriptBundle {

  private static final Pattern EXPORT = Pattern.compile("(?m)^export ");

  private ScriptBundle() {}

  static String of(String module) {
    StringBuilder text = new StringBuilder();
    for (String part : ScriptModules.of(module)) {
      String source = ScriptModules.IMPORT.matcher(WebAssets.staticText(part)).replaceAll("");
      text.append(EXPORT.matcher(source).replaceAll("")).append('\n');
    }
    return text.toString();
  }
}
