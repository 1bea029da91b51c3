package dev.teiten.web.sizing;

import dev.teiten.normalize.ShortStatement;
import dev.teiten.rank.Ranking;
import dev.teiten.size.SizingDetails.BatchMove;
import dev.teiten.web.view.CapacityText;
import dev.teiten.web.view.NumberFormats;
import dev.teiten.web.view.PageTexts;
import dev.teiten.web.view.SqlToken;
import java.util.List;

/** A query that releases capacity if it runs at another hour. */
public record MoveRow(List<SqlToken> tokens, String text, String href) {

  static MoveRow of(BatchMove move, Ranking ranking, OptionLinks choices, PageTexts texts) {
    String statement =
        ranking.contributors().stream()
            .filter(contributor -> contributor.fingerprint().equals(move.fingerprint()))
            .map(contributor -> contributor.statement())
            .findFirst()
            .orElse(move.fingerprint());
    Double saving = move.monthlySavingUsd();
    return new MoveRow(
        SqlToken.split(ShortStatement.of(statement)),
        texts.get(
            "sizing.batch",
            move.from().toString(),
            String.valueOf(move.minutes()),
            move.to().toString(),
            CapacityText.text(move.option()),
            saving == null ? texts.get("noPrice") : NumberFormats.signedUsd(-saving)),
        choices.page() + choices.question().queryWithMove(move.fingerprint(), move.to()));
  }
}
