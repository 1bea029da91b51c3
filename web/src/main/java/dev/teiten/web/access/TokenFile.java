package dev.teiten.web.access;

import dev.teiten.load.SettingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Locale;
import java.util.stream.IntStream;

/** Reads the token of {@code --auth}, and refuses one that others can read or guess. */
final class TokenFile {
  /** Minimum length that makes a token hard to guess. */
  private static final int SHORTEST = 20;

  /** A random token of that length has fewer different characters once in a million. */
  private static final int FEWEST_CHARACTERS = 6;

  private TokenFile() {}

  /**
   * The text of a file.
   *
   * @throws SettingException if it cannot be read, or everybody can read it
   */
  static String read(Path file) {
    try {
      if (Files.getFileStore(file).supportsFileAttributeView("posix")
          && Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ)) {
        throw new SettingException(
            "Everybody on this machine can read the token of --auth in " + file,
            "Run `chmod 600 " + file + "`, or hand the token over with env:NAME.");
      }
      return Files.readString(file);
    } catch (IOException e) {
      throw new SettingException(
          "The token of --auth cannot be read from " + file, "Does the file exist, and may you?");
    }
  }

  /**
   * The token without surrounding blanks.
   *
   * @param where the file or variable, for the message
   * @throws SettingException if it is short, or follows a pattern
   */
  static String checked(String text, String where) {
    String token = text.strip();
    String hint = "It needs " + SHORTEST + " or more, such as those of `openssl rand -hex 24`.";
    if (token.length() < SHORTEST) {
      throw new SettingException(
          "The token of --auth in " + where + " has " + token.length() + " characters", hint);
    }
    if (token.chars().distinct().count() < FEWEST_CHARACTERS || isRepeated(token) || isRow(token)) {
      throw new SettingException(
          "The token of --auth in " + where + " follows a pattern that is easy to guess",
          "Take a random one, such as that of `openssl rand -hex 24`.");
    }
    return token;
  }

  /** Whether the token repeats a part of at most half its length. */
  private static boolean isRepeated(String token) {
    String lower = token.toLowerCase(Locale.ROOT);
    return IntStream.rangeClosed(1, (lower.length() + 1) / 2)
        .anyMatch(period -> lower.startsWith(lower.substring(period)));
  }

  /** Whether most characters follow their predecessors, as in {@code 123…} and {@code abc…}. */
  private static boolean isRow(String token) {
    int steps = 0;
    for (int i = 1; i < token.length(); i++) {
      steps += Math.abs(token.charAt(i) - token.charAt(i - 1)) <= 1 ? 1 : 0;
    }
    return steps > token.length() / 2;
  }
}
