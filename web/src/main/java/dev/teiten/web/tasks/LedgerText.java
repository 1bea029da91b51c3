package dev.teiten.web.tasks;

import dev.teiten.review.ledger.Ledger;
import dev.teiten.web.view.NumberFormats;
import dev.teiten.web.view.PageTexts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ledger's sums in sentences. */
final class LedgerText {
  private LedgerText() {}

  /**
   * Sentences from the promises to the dollars.
   *
   * @param hourUsd cost of an hour of work in US dollars; null if not given
   */
  static List<String> of(Ledger ledger, @Nullable Double hourUsd, PageTexts texts) {
    if (ledger.lines().isEmpty()) {
      return List.of(texts.get("ledger.none"));
    }
    List<String> said = new ArrayList<>();
    Double promised = ledger.promisedMonthlyUsd();
    said.add(
        promised == null
            ? texts.get("ledger.tasks", String.valueOf(ledger.lines().size()))
            : texts.get(
                "ledger.promised",
                String.valueOf(ledger.lines().size()),
                NumberFormats.usd(promised),
                String.valueOf(ledger.promises())));
    said.add(
        texts.get(
            "ledger.live", String.valueOf(ledger.live()), String.valueOf(ledger.delivered())));
    said.add(back(ledger, texts));
    spent(ledger, hourUsd, texts, said);
    return said;
  }

  private static String back(Ledger ledger, PageTexts texts) {
    return ledger.changed() == 0
        ? texts.get("ledger.nothingBack")
        : texts.get(
            "ledger.back",
            String.valueOf(ledger.changed()),
            NumberFormats.usd(ledger.monthlyUsd()),
            NumberFormats.usd(ledger.usdSince()));
  }

  private static void spent(
      Ledger ledger, @Nullable Double hourUsd, PageTexts texts, List<String> said) {
    Double hours = ledger.hoursSpent();
    Double since = ledger.usdSince();
    if (hours == null) {
      return;
    }
    if (hourUsd == null || since == null) {
      said.add(texts.get("ledger.hours", NumberFormats.cores(hours)));
    } else {
      double cost = hours * hourUsd;
      said.add(
          texts.get(
              "ledger.net",
              NumberFormats.cores(hours),
              NumberFormats.usd(cost),
              NumberFormats.usd(since - cost)));
    }
  }
}
