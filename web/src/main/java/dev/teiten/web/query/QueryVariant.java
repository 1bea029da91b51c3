package dev.teiten.web.query;

import dev.teiten.rank.Contributor;
import dev.teiten.rank.Ranking;
import dev.teiten.web.view.NumberFormats;
import dev.teiten.web.view.PageLinks;
import java.util.List;

/** A query of the same ranking that differs only in its notation, for example in an alias. */
public record QueryVariant(int rank, String statement, String load, String href) {

  static List<QueryVariant> of(Contributor query, Ranking ranking) {
    return ranking.contributors().stream()
        .filter(other -> other.family().equals(query.family()))
        .filter(other -> !other.fingerprint().equals(query.fingerprint()))
        .map(
            other ->
                new QueryVariant(
                    other.rank(),
                    other.statement(),
                    NumberFormats.load(other.loadAas()),
                    PageLinks.query(other.fingerprint(), ranking.cluster(), ranking.week())))
        .toList();
  }
}
