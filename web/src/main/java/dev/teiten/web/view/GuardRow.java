package dev.teiten.web.view;

import dev.teiten.size.GuardName;
import dev.teiten.size.SizingAdvice;
import dev.teiten.size.SizingAdvice.Guard;
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
        guard.name(),
        texts.say(GuardName.of(guard)),
        texts.get("guard." + state),
        sign,
        "g-" + state,
        texts.say(guard.detail()));
  }

  /**
   * Says that the guards judge the next cheaper capacity. They do if the verdict is KEEP and one of
   * them does not pass, FAIL or UNKNOWN: it keeps the cluster from that capacity.
   *
   * @return empty if the guards judge the recommendation, or today's capacity
   */
  public static String note(SizingAdvice advice, PageTexts texts) {
    boolean againstCheaper =
        advice.verdict() == SizingAdvice.Verdict.KEEP
            && advice.guards().stream().anyMatch(guard -> guard.state() != Guard.State.PASS);
    return againstCheaper ? texts.get("guard.of.keep") : "";
  }
}
