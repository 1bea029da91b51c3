package dev.teiten.web.view;

import dev.teiten.load.Sentence;
import java.text.MessageFormat;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;

/**
 * The texts of the pages in one language. Numbers are passed as formatted strings, so that {@link
 * NumberFormats} stays the only place that formats them.
 */
public final class PageTexts {

  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
  private static final PageTexts ENGLISH =
      new PageTexts(Locale.ENGLISH, read(Locale.ROOT, "messages", "sizing", "tasks"));
  private static final PageTexts JAPANESE =
      new PageTexts(
          Locale.JAPANESE, read(Locale.JAPANESE, "messages", "sizing", "tasks", "sentences"));

  private final Locale locale;
  private final Map<String, String> texts;

  private PageTexts(Locale locale, Map<String, String> texts) {
    this.locale = locale;
    this.texts = texts;
  }

  private static Map<String, String> read(Locale locale, String... files) {
    Map<String, String> texts = new HashMap<>();
    for (String file : files) {
      ResourceBundle bundle =
          ResourceBundle.getBundle("dev.teiten.web." + file, locale, NO_FALLBACK);
      bundle.keySet().forEach(key -> texts.put(key, bundle.getString(key)));
    }
    return Map.copyOf(texts);
  }

  /** Japanese for {@code ja}, English for anything else. */
  public static PageTexts in(String language) {
    return language.equals("ja") ? JAPANESE : ENGLISH;
  }

  public Locale locale() {
    return locale;
  }

  /** {@code en} or {@code ja}. */
  public String language() {
    return locale.getLanguage();
  }

  /** The text with that key, if it exists. */
  public Optional<String> find(String key, Object... arguments) {
    return texts.containsKey(key) ? Optional.of(get(key, arguments)) : Optional.empty();
  }

  /**
   * @throws MissingResourceException if the text is missing
   */
  public String get(String key, Object... arguments) {
    String pattern = texts.get(key);
    if (pattern == null) {
      throw new MissingResourceException("no text " + key, PageTexts.class.getName(), key);
    }
    return new MessageFormat(pattern, locale).format(arguments);
  }

  /** A sentence of the analyzer; in English if this language lacks it. */
  public String say(Sentence sentence) {
    return sentence.in(
        locale, get("date.moment"), code -> Optional.ofNullable(texts.get("say." + code)));
  }

  public List<String> say(Collection<Sentence> sentences) {
    return sentences.stream().map(this::say).toList();
  }
}
