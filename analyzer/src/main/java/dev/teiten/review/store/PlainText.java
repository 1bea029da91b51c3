package dev.teiten.review.store;

import dev.teiten.load.Sentence;
import dev.teiten.load.SettingException;
import org.jspecify.annotations.Nullable;

/** Checks the texts of users. Only surrounding blanks are removed. */
final class PlainText {
  private PlainText() {}

  /** A text of one line. */
  static String line(Sentence what, String text, int longest) {
    String line = text.strip();
    if (line.isEmpty()) {
      throw new SettingException(
          StoreText.MISSING.of(what), StoreText.WRITE_CHARACTERS.of(longest));
    }
    if (line.chars().anyMatch(Character::isISOControl)) {
      throw new SettingException(StoreText.CONTROL_CHARACTER.of(what), StoreText.WRITE_LINE.of());
    }
    return within(what, line, longest);
  }

  /** A text of one line; null if it is blank. */
  static @Nullable String lineOrNull(Sentence what, @Nullable String text, int longest) {
    return text == null || text.isBlank() ? null : line(what, text, longest);
  }

  /** A text of any number of lines. */
  static String lines(Sentence what, String text, int longest) {
    String lines = text.strip().replace("\r\n", "\n").replace('\r', '\n');
    if (lines.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t')) {
      throw new SettingException(StoreText.CONTROL_CHARACTER.of(what), StoreText.WRITE_PLAIN.of());
    }
    return within(what, lines, longest);
  }

  private static String within(Sentence what, String text, int longest) {
    if (text.length() > longest) {
      throw new SettingException(
          StoreText.TOO_LONG.of(what, text.length()), StoreText.MAY_HAVE.of(longest));
    }
    return text;
  }
}
