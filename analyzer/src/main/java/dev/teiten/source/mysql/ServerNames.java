package dev.teiten.source.mysql;

import dev.teiten.load.SettingException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The names of a server in the archive.
 *
 * @param cluster its cluster
 * @param instance null to use the server's host name and port
 * @param instanceClass the class of its host; null if unknown
 */
public record ServerNames(
    String cluster, @Nullable String instance, @Nullable String instanceClass) {
  private static final Pattern LEGAL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,62}");

  /**
   * @throws SettingException if a name cannot be used in a folder and an address
   */
  public ServerNames {
    check("--cluster", cluster);
    if (instance != null) {
      check("--instance", instance);
    }
  }

  /** The names of a server on an unknown host. */
  public ServerNames(String cluster, @Nullable String instance) {
    this(cluster, instance, null);
  }

  private static void check(String option, String name) {
    if (!LEGAL.matcher(name).matches()) {
      throw new SettingException(
          option + " '" + name + "' is no name",
          "It has 1 to 63 letters, digits, dots, hyphens and underscores, and begins with a letter"
              + " or digit.");
    }
  }

  String instanceOr(String host, int port) {
    return instance != null ? instance : host.replaceAll("[^A-Za-z0-9._-]", "-") + "-" + port;
  }
}
