package dev.teiten.cli;

import dev.teiten.load.SettingException;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The value of an option that is missing on the command line. {@code --archive} takes {@code
 * TEITEN_ARCHIVE}, otherwise {@code archive} of the configuration file.
 */
final class SettingDefaults implements IDefaultValueProvider {
  private final Map<String, String> environment;
  private final Properties file;

  private SettingDefaults(Map<String, String> environment, Properties file) {
    this.environment = environment;
    this.file = file;
  }

  /** Reads the file that {@code --config} or {@code TEITEN_CONFIG} names. */
  static SettingDefaults of(String[] args, Map<String, String> environment) {
    String name = environment.getOrDefault("TEITEN_CONFIG", "");
    for (int i = 0; i < args.length; i++) {
      if (args[i].startsWith("--config=")) {
        name = args[i].substring("--config=".length());
      } else if (args[i].equals("--config") && i + 1 < args.length) {
        name = args[i + 1];
      }
    }
    return new SettingDefaults(environment, read(name));
  }

  private static Properties read(String name) {
    Properties properties = new Properties();
    if (name.isEmpty()) {
      return properties;
    }
    try (Reader reader = Files.newBufferedReader(Path.of(name))) {
      properties.load(reader);
      return properties;
    } catch (NoSuchFileException e) {
      throw new SettingException("--config " + name + " is not there", "Check the path.");
    } catch (IOException | IllegalArgumentException e) {
      throw new SettingException(
          "--config " + name + " cannot be read: " + e.getMessage(),
          "It is a properties file, such as `archive=/var/lib/teiten`.");
    }
  }

  @Override
  public @Nullable String defaultValue(ArgSpec argument) {
    if (!(argument instanceof OptionSpec option)) {
      return null;
    }
    String name = option.longestName().replaceFirst("^-+", "");
    String fromEnvironment =
        environment.get("TEITEN_" + name.replace('-', '_').toUpperCase(Locale.ROOT));
    return fromEnvironment != null ? fromEnvironment : file.getProperty(name);
  }
}
