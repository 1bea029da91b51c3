package dev.teiten.validation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes a section of {@code docs/validation.md}. A section stands between two comment lines with
 * its name, so that a validation replaces only its own section.
 */
public final class ValidationReport {
  private ValidationReport() {}

  /**
   * Replaces a section.
   *
   * @param section its name, as in the comment lines
   * @param markdown the measured results, with the seeds and the size of the run
   * @throws IllegalStateException if the file has no such section
   */
  public static void write(String section, String markdown) {
    Path file = file();
    String begin = "<!-- begin: " + section + " -->\n";
    String end = "<!-- end: " + section + " -->";
    try {
      String text = Files.readString(file);
      int from = text.indexOf(begin);
      int to = text.indexOf(end);
      if (from < 0 || to < from) {
        throw new IllegalStateException(file + " has no section '" + section + "'");
      }
      String body = markdown.strip() + "\n";
      Files.writeString(file, text.substring(0, from + begin.length()) + body + text.substring(to));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Maven runs tests in the module's folder, an IDE perhaps in the project's. */
  private static Path file() {
    Path beside = Path.of("docs", "validation.md");
    return Files.exists(beside) ? beside : Path.of("..", "docs", "validation.md");
  }
}
