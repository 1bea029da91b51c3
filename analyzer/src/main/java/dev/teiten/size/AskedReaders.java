package dev.teiten.size;

import dev.teiten.size.demand.ReaderRange;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A number of readers as a person writes it: {@code 3}, or {@code 2-8} for a number that is scaled.
 *
 * @param least the number, or the least one
 * @param most null for a number that is not scaled
 */
public record AskedReaders(int least, @Nullable Integer most) {
  private static final Pattern WRITTEN = Pattern.compile("(\\d{1,3})(?:-(\\d{1,3}))?");

  /** Empty for a text of another form; the number may still be too high. */
  public static Optional<AskedReaders> parse(String text) {
    Matcher written = WRITTEN.matcher(text);
    return written.matches()
        ? Optional.of(
            new AskedReaders(
                Integer.parseInt(written.group(1)),
                written.group(2) == null ? null : Integer.valueOf(written.group(2))))
        : Optional.empty();
  }

  /** Whether an Aurora cluster can have them: 0 to 15, or a range within 1 to 15. */
  public boolean isPossible() {
    return most == null
        ? least >= 0 && least <= ReaderRange.MOST
        : least >= 1 && most > least && most <= ReaderRange.MOST;
  }
}
