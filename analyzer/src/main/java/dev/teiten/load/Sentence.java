package dev.teiten.load;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Something said about data: which sentence it is, and its values. In English by itself, and in any
 * language that has a pattern for the code.
 *
 * @param code names the sentence, such as {@code size.saturated}; empty for words as they are
 * @param pattern English, a pattern of {@link java.util.Formatter}
 * @param values numbers and strings; a {@link Sentence} or a {@link ZonedDateTime} is said in the
 *     language of the whole
 */
public record Sentence(String code, String pattern, List<Object> values) {
  private static final String WEEKDAY_AND_TIME = "EEE d MMM HH:mm";

  public Sentence {
    values = List.copyOf(values);
  }

  /**
   * A sentence that can be said of different values; an enum of them is all that a package says.
   */
  public interface Pattern {
    String code();

    /** In English, for {@link java.util.Formatter}. */
    String english();

    /** The sentence with its values. */
    default Sentence of(Object... values) {
      return new Sentence(code(), english(), Arrays.asList(values));
    }
  }

  /** Words that are the same in every language, or known in one only. */
  public static Sentence plain(String words) {
    return new Sentence("", "%s", List.of(words));
  }

  /** Sentences one after the other. */
  public static Sentence join(List<Sentence> sentences) {
    return new Sentence("", "%s ".repeat(sentences.size()).strip(), List.copyOf(sentences));
  }

  /** In English. */
  public String text() {
    return in(Locale.ENGLISH, WEEKDAY_AND_TIME, code -> Optional.empty());
  }

  /**
   * In another language.
   *
   * @param locale of the language
   * @param moment a pattern of {@link DateTimeFormatter} for moments of the week
   * @param patterns the patterns by code; English where there is none
   */
  public String in(Locale locale, String moment, Function<String, Optional<String>> patterns) {
    Object[] said =
        values.stream()
            .map(
                value -> {
                  if (value instanceof Sentence sentence) {
                    return sentence.in(locale, moment, patterns);
                  }
                  return value instanceof ZonedDateTime time
                      ? DateTimeFormatter.ofPattern(moment, locale).format(time)
                      : value;
                })
            .toArray();
    String words = code.isEmpty() ? pattern : patterns.apply(code).orElse(pattern);
    return String.format(Locale.ROOT, words, said);
  }

  /** In English: for logs, tables and tests. */
  @Override
  public String toString() {
    return text();
  }
}
