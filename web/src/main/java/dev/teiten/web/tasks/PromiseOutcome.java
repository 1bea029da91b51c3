package dev.teiten.web.tasks;

import dev.teiten.review.ledger.LedgerLine;
import dev.teiten.review.promise.PromiseVerification;
import dev.teiten.web.view.DateFormats;
import dev.teiten.web.view.NumberFormats;
import dev.teiten.web.view.PageTexts;
import java.util.Locale;

/**
 * The outcome of a promise, in words.
 *
 * @param word for example {@code DELIVERED 81 %} or {@code not verified yet}; empty without a
 *     promise
 * @param reason the explanation; empty without a result
 */
public record PromiseOutcome(String word, String css, String reason) {

  static PromiseOutcome of(LedgerLine line, DateFormats dates) {
    PageTexts texts = dates.texts();
    PromiseVerification verification = line.verification();
    if (verification != null) {
      return of(verification, texts);
    }
    if (line.task().isVerifiable()) {
      return new PromiseOutcome(texts.get("task.notVerified"), "p-open", "");
    }
    boolean promised = line.task().card().promised().percent() != null;
    return new PromiseOutcome(
        promised && line.task().card().fixedAt() == null ? texts.get("task.notLive") : "",
        "p-open",
        "");
  }

  static PromiseOutcome of(PromiseVerification verification, PageTexts texts) {
    String name = verification.state().name().toLowerCase(Locale.ROOT);
    Double realised = LedgerLine.seen(verification);
    String word = texts.get("promise." + name);
    return new PromiseOutcome(
        realised == null ? word : word + " " + NumberFormats.percent(realised / 100),
        "p-" + name.replace('_', '-'),
        texts.say(verification.reason()));
  }
}
