package dev.teiten.web.site;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The imports between Teiten's scripts. */
public final class ScriptModules {

  /** The form of an import line; the first group is the file's name. */
  public static final Pattern IMPORT =
      Pattern.compile("(?m)^import .* from \"\\./([a-z-]+\\.js)\";\\R");

  /** The scripts of every page; with the whole list a browser loads them in parallel. */
  public static final List<String> PAGE = of("app.js");

  private ScriptModules() {}

  /** A script and all its imports, each after its own imports. */
  public static List<String> of(String module) {
    Set<String> modules = new LinkedHashSet<>();
    add(module, modules);
    return List.copyOf(modules);
  }

  private static void add(String module, Set<String> modules) {
    if (modules.contains(module)) {
      return;
    }
    Matcher imports = IMPORT.matcher(WebAssets.staticText(module));
    while (imports.find()) {
      add(imports.group(1), modules);
    }
    modules.add(module);
  }
}
