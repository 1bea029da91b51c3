package dev.teiten.load;

import java.time.DayOfWeek;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * A translatable sentence with its values. Its pattern is English; other languages have a pattern
 * for the same code.
 *
 * @param code identifies the sentence, such as {@code size.saturated}; empty for words that are not
 *     translated
 * @param pattern English, a pattern of {@link java.util.Formatter}
 * @param values numbers and strings; a {@link Sentence}, a {@link ZonedDateTime} or a {@link
 *     DayOfWeek} is written in the language of the sentence
 */
public record Sentence(String code, String pattern, List<Object> values) {
  private static final String WEEKDAY_AND_TIME = "EEE d MMM HH:mm";

  public Sentence {
    values = List.copyOf(values);
  }

  /** A sentence without its values. Each package has an enum of its patterns. */
  public interface Pattern {
    /** Identifies the sentence, such as {@code size.saturated}. */
    String code();

    /** The English pattern, for {@link java.util.Formatter}. */
    String english();

    /** The sentence with its values. */
    default Sentence of(Object... values) {
      return new Sentence(code(), english(), Arrays.asList(values));
    }
  }

  /** Words that are not translated. */
  public static Sentence plain(String words) {
    return new Sentence("", "%s", List.of(words));
  }

  /** Several sentences, separated by spaces. */
  public static Sentence join(List<Sentence> sentences) {
    return new Sentence("", "%s ".repeat(sentences.size()).strip(), List.copyOf(sentences));
  }

  /** The sentence in English. */
  public String text() {
    return in(Locale.ENGLISH, WEEKDAY_AND_TIME, code -> Optional.empty());
  }

  /**
   * The sentence in another language.
   *
   * @param locale of the language
   * @param moment a pattern of {@link DateTimeFormatter} for weekday and time
   * @param patterns the patterns by code; the English pattern is used where there is none
   */
  public String in(Locale locale, String moment, Function<String, Optional<String>> patterns) {
    Object[] translated =
        values.stream().map(value -> translated(value, locale, moment, patterns)).toArray();
    String words = code.isEmpty() ? pattern : patterns.apply(code).orElse(pattern);
    return String.format(Locale.ROOT, words, translated);
  }

  private static Object translated(
      Object value, Locale locale, String moment, Function<String, Optional<String>> patterns) {
    if (value instanceof Sentence sentence) {
      return sentence.in(locale, moment, patterns);
    }
    if (value instanceof DayOfWeek day) {
      return day.getDisplayName(TextStyle.SHORT, locale);
    }
    return value instanceof ZonedDateTime time
        ? DateTimeFormatter.ofPattern(moment, locale).format(time)
        : value;
  }

  /** The sentence in English, for logs, tables and tests. */
  @Override
  public String toString() {
    return text();
  }
}
