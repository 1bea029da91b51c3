package dev.teiten.web.query;

import dev.teiten.rank.Contributor;
import dev.teiten.rank.Ranking;
import dev.teiten.web.view.Format;
import dev.teiten.web.view.Links;
import java.util.List;

/** A query of the same ranking that differs only in how it is written, such as by an alias. */
public record Relative(int rank, String statement, String load, String href) {

  static List<Relative> of(Contributor query, Ranking ranking) {
    return ranking.contributors().stream()
        .filter(other -> other.family().equals(query.family()))
        .filter(other -> !other.fingerprint().equals(query.fingerprint()))
        .map(
            other ->
                new Relative(
                    other.rank(),
                    other.statement(),
                    Format.load(other.loadAas()),
                    Links.query(other.fingerprint(), ranking.cluster(), ranking.week())))
        .toList();
  }
}
