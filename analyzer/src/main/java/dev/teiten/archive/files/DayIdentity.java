package dev.teiten.archive.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Tells whether the files of days have changed, by name, size and time, without reading them. */
final class DayIdentity {
  private DayIdentity() {}

  /** The days that files of the folder are named for. */
  static List<LocalDate> days(Path folder) {
    return ArchiveFiles.list(folder).stream()
        .map(ParquetNames::day)
        .flatMap(Stream::ofNullable)
        .toList();
  }

  /** The files of a folder that are named for days from {@code first} to {@code last}. */
  static List<String> within(Path folder, LocalDate first, LocalDate last) {
    List<String> identities = new ArrayList<>();
    for (Path file : ArchiveFiles.list(folder)) {
      LocalDate day = ParquetNames.day(file);
      if (day != null && !day.isBefore(first) && !day.isAfter(last)) {
        identities.add(file.getFileName() + identity(file));
      }
    }
    return identities;
  }

  private static String identity(Path file) {
    try {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      return " " + now.size() + " " + now.lastModifiedTime().toMillis();
    } catch (NoSuchFileException e) {
      return " gone";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
