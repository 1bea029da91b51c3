package dev.teiten.cli;

import dev.teiten.archive.Archive;
import dev.teiten.archive.duckdb.DuckDbEngine;
import dev.teiten.archive.duckdb.DuckDbLibrary;
import dev.teiten.load.SettingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** The option {@code --archive DIR}. */
public final class ArchiveOption {

  /** An address such as {@code s3://bucket}, of which a path keeps one slash. */
  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:[/\\\\]");

  @Option(
      names = "--archive",
      required = true,
      paramLabel = "DIR",
      description = "The folder of the archive.")
  Path folder = Path.of("archive");

  /** Starts the engine while the arguments are still being parsed, if the command needs it. */
  public static void expect(String... args) {
    if (Arrays.stream(args).anyMatch(arg -> arg.startsWith("--archive"))) {
      DuckDbLibrary.loadAhead();
    }
  }

  /** Opens an archive for writing; a missing folder is created. */
  public Archive create() {
    refuseAddress();
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new SettingException(
          "--archive " + folder + " is not a folder", "Name a folder; it may be new.");
    }
    return new Archive(folder, new DuckDbEngine());
  }

  private void refuseAddress() {
    if (SCHEME.matcher(folder.toString()).lookingAt()) {
      throw new SettingException(
          "--archive " + folder + " is not a folder of this machine",
          "Name a folder; it may be on a mounted volume. Addresses such as s3:// are not read.");
    }
  }

  /** Opens an archive for reading. */
  public Archive open() {
    refuseAddress();
    if (!Files.isDirectory(folder)) {
      throw new SettingException(
          "--archive " + folder + " is not there",
          "Run `teiten collect --archive " + folder + "` first.");
    }
    return create();
  }
}
