package dev.teiten.cli;

import dev.teiten.archive.Archive;
import dev.teiten.archive.duckdb.DuckDbEngine;
import dev.teiten.archive.duckdb.DuckDbLibrary;
import dev.teiten.load.SettingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import picocli.CommandLine.Option;

/** {@code --archive DIR}. */
public final class ArchiveOption {

  @Option(
      names = "--archive",
      required = true,
      paramLabel = "DIR",
      description = "The folder of the archive.")
  Path folder = Path.of("archive");

  /** Gets the engine ready while the arguments are still being understood, if they need it. */
  public static void expect(String... args) {
    if (Arrays.stream(args).anyMatch(arg -> arg.startsWith("--archive"))) {
      DuckDbLibrary.loadAhead();
    }
  }

  /** Opens an archive to add to; the folder is made if it is missing. */
  public Archive create() {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new SettingException(
          "--archive " + folder + " is not a folder", "Name a folder; it may be new.");
    }
    return new Archive(folder, new DuckDbEngine());
  }

  /** Opens an archive to read. */
  public Archive open() {
    if (!Files.isDirectory(folder)) {
      throw new SettingException(
          "--archive " + folder + " is not there",
          "Run `teiten collect --archive " + folder + "` first.");
    }
    return create();
  }
}
