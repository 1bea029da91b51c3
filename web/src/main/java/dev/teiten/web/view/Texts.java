package dev.teiten.web.view;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/**
 * The words of the pages in one language. Numbers reach a text already formatted, as strings, so
 * that {@link Format} stays the only place that formats them.
 */
public final class Texts {

  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final ResourceBundle bundle;
  private final Locale locale;

  private Texts(ResourceBundle bundle, Locale locale) {
    this.bundle = bundle;
    this.locale = locale;
  }

  /** Japanese for {@code ja}, English for anything else. */
  public static Texts in(String language) {
    Locale locale = language.equals("ja") ? Locale.JAPANESE : Locale.ENGLISH;
    Locale key = language.equals("ja") ? Locale.JAPANESE : Locale.ROOT;
    return new Texts(ResourceBundle.getBundle("dev.teiten.web.messages", key, NO_FALLBACK), locale);
  }

  public Locale locale() {
    return locale;
  }

  /** {@code en} or {@code ja}. */
  public String language() {
    return locale.getLanguage();
  }

  /** The text of that key, if there is one. */
  public Optional<String> find(String key, Object... arguments) {
    return bundle.containsKey(key) ? Optional.of(get(key, arguments)) : Optional.empty();
  }

  /**
   * @throws java.util.MissingResourceException if there is no such text
   */
  public String get(String key, Object... arguments) {
    return new MessageFormat(bundle.getString(key), locale).format(arguments);
  }
}
