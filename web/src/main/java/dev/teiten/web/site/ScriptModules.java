package dev.teiten.web.site;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which of our scripts import which. */
public final class ScriptModules {

  /** What a line that imports looks like; the first group is the file's name. */
  public static final Pattern IMPORT =
      Pattern.compile("(?m)^import .* from \"\\./([a-z-]+\\.js)\";\\R");

  /** The scripts of every page: a browser that is told of all at once need not find one by one. */
  public static final List<String> PAGE = of("app.js");

  private ScriptModules() {}

  /** A script and all that it imports, each after those that it imports itself. */
  public static List<String> of(String module) {
    Set<String> found = new LinkedHashSet<>();
    add(module, found);
    return List.copyOf(found);
  }

  private static void add(String module, Set<String> found) {
    if (found.contains(module)) {
      return;
    }
    Matcher imports = IMPORT.matcher(WebAssets.own(module));
    while (imports.find()) {
      add(imports.group(1), found);
    }
    found.add(module);
  }
}
