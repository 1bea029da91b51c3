package dev.teiten.web.sizing;

import dev.teiten.load.ReviewWeek;
import dev.teiten.rank.Contributor;
import dev.teiten.rank.Ranking;
import dev.teiten.size.SizingAdvice.Fix;
import dev.teiten.web.view.Format;
import dev.teiten.web.view.Links;
import dev.teiten.web.view.SqlToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A query that the reader can assume to be fixed. */
public record FixRow(
    String rank,
    String fingerprint,
    String href,
    String statement,
    List<SqlToken> tokens,
    String load,
    String cores,
    List<Choice> choices) {

  private static final int TOP = 12;
  private static final List<Double> PERCENTS = List.of(25.0, 50.0, 80.0, 100.0);

  /** How much of the query's work the fix removes. */
  public record Choice(String value, String label, boolean selected) {}

  /** The heaviest queries, and those of {@code fixes} wherever they stand. */
  static List<FixRow> of(Ranking ranking, ReviewWeek week, List<Fix> fixes) {
    List<FixRow> rows = new ArrayList<>();
    for (Contributor contributor : ranking.contributors()) {
      double percent = percent(contributor.fingerprint(), fixes);
      if (contributor.rank() <= TOP || percent > 0) {
        rows.add(
            new FixRow(
                String.valueOf(contributor.rank()),
                contributor.fingerprint(),
                Links.query(contributor.fingerprint(), ranking.cluster(), week),
                contributor.statement(),
                SqlToken.split(contributor.statement()),
                Format.load(contributor.loadAas()),
                Format.cores(contributor.removablePeakCores()),
                choices(contributor.fingerprint(), percent)));
      }
    }
    return rows;
  }

  private static double percent(String fingerprint, List<Fix> fixes) {
    return fixes.stream()
        .filter(fix -> fix.fingerprint().equals(fingerprint))
        .mapToDouble(Fix::percent)
        .findFirst()
        .orElse(0);
  }

  private static List<Choice> choices(String fingerprint, double chosen) {
    Set<Double> percents = new TreeSet<>(PERCENTS);
    if (chosen > 0) {
      percents.add(chosen);
    }
    return percents.stream()
        .map(
            percent ->
                new Choice(
                    fingerprint + ":" + Format.coordinate(percent),
                    "−" + Format.percent(percent / 100),
                    percent == chosen))
        .toList();
  }
}
