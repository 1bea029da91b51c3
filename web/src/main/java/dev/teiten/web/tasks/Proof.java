package dev.teiten.web.tasks;

import dev.teiten.review.ledger.LedgerLine;
import dev.teiten.review.promise.PromiseVerification;
import dev.teiten.web.view.Dates;
import dev.teiten.web.view.Format;
import dev.teiten.web.view.Texts;
import java.util.Locale;

/**
 * What became of a promise, in words.
 *
 * @param word such as {@code DELIVERED 81 %}, {@code not verified yet}; empty if there is no
 *     promise
 * @param reason why; empty where there is no answer
 */
public record Proof(String word, String css, String reason) {

  static Proof of(LedgerLine line, Dates dates) {
    Texts texts = dates.texts();
    PromiseVerification verification = line.verification();
    if (verification != null) {
      return of(verification, texts);
    }
    if (line.task().isVerifiable()) {
      return new Proof(texts.get("task.notVerified"), "p-open", "");
    }
    boolean promised = line.task().card().promised().percent() != null;
    return new Proof(
        promised && line.task().card().fixedAt() == null ? texts.get("task.notLive") : "",
        "p-open",
        "");
  }

  static Proof of(PromiseVerification verification, Texts texts) {
    String name = verification.state().name().toLowerCase(Locale.ROOT);
    Double realised = LedgerLine.seen(verification);
    String word = texts.get("promise." + name);
    return new Proof(
        realised == null ? word : word + " " + Format.percent(realised / 100),
        "p-" + name.replace('_', '-'),
        texts.say(verification.reason()));
  }
}
