package dev.teiten.web.view;

import dev.teiten.size.guard.Guard;
import java.util.Locale;

/**
 * A guard with its state as a word and a sign.
 *
 * @param label the name in the reader's language
 */
public record GuardRow(
    String name, String label, String state, String sign, String css, String detail) {

  public static GuardRow of(Guard guard, PageTexts texts) {
    String state = guard.state().name().toLowerCase(Locale.ROOT);
    String sign =
        switch (guard.state()) {
          case PASS -> "✓";
          case FAIL -> "✗";
          case UNKNOWN -> "?";
        };
    return new GuardRow(
        guard.name().english(),
        texts.say(guard.name().of()),
        texts.get("guard." + state),
        sign,
        "g-" + state,
        texts.say(guard.detail()));
  }
}
