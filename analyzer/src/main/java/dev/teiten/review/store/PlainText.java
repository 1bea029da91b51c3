package dev.teiten.review.store;

import dev.teiten.load.SettingException;
import org.jspecify.annotations.Nullable;

/** What people may write: theirs, so nothing is changed but the blanks around it. */
final class PlainText {
  private PlainText() {}

  /** One line. */
  static String line(String what, String text, int longest) {
    String line = text.strip();
    if (line.isEmpty()) {
      throw new SettingException(what + " is missing", "Write 1 to " + longest + " characters.");
    }
    if (line.chars().anyMatch(Character::isISOControl)) {
      throw new SettingException(what + " has a control character", "Write it in one line.");
    }
    return within(what, line, longest);
  }

  /** One line, or nothing. */
  static @Nullable String lineOrNull(String what, @Nullable String text, int longest) {
    return text == null || text.isBlank() ? null : line(what, text, longest);
  }

  /** Any number of lines. */
  static String lines(String what, String text, int longest) {
    String lines = text.strip().replace("\r\n", "\n").replace('\r', '\n');
    if (lines.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t')) {
      throw new SettingException(what + " has a control character", "Write plain text.");
    }
    return within(what, lines, longest);
  }

  private static String within(String what, String text, int longest) {
    if (text.length() > longest) {
      throw new SettingException(
          what + " has " + text.length() + " characters", "It may have " + longest + ".");
    }
    return text;
  }
}
