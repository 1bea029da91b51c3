package dev.teiten.rank;

import dev.teiten.change.QueryChange;
import dev.teiten.change.StatementLikeness;
import dev.teiten.change.history.DayGrid;
import dev.teiten.load.Sentence;
import dev.teiten.normalize.NormalizedStatement;
import dev.teiten.rank.GoneQueries.GoneQuery;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A query whose text changes leaves under one fingerprint and comes back under another: an alias, a
 * comment, a library's new version. Nothing is merged on suspicion; the reader is told.
 */
final class RenamedQueries {
  private static final double SIMILAR_LOAD = 4;
  private static final int TEXT = 60;

  private final Map<GoneQuery, RankCandidate> twins = new LinkedHashMap<>();
  private final Map<String, String> nowByThen = new HashMap<>();

  /** Pairs each query that left with the new one that looks most like it, the heaviest first. */
  RenamedQueries(List<GoneQuery> departures, List<RankCandidate> candidates) {
    Set<RankCandidate> taken = new HashSet<>();
    for (GoneQuery departure : departures) {
      Optional<RankCandidate> twin =
          candidates.stream()
              .filter(c -> c.change().kind() == QueryChange.Kind.NEW && !taken.contains(c))
              .filter(c -> apart(departure, c) < Math.log(SIMILAR_LOAD))
              .filter(
                  c ->
                      StatementLikeness.alike(
                          departure.group().statement(), c.load().group().statement()))
              .min(
                  Comparator.comparing((RankCandidate c) -> !sameFamily(departure, c))
                      .thenComparingDouble(c -> apart(departure, c)));
      twin.ifPresent(
          c -> {
            taken.add(c);
            twins.put(departure, c);
            nowByThen.put(departure.group().fingerprint(), c.load().group().fingerprint());
          });
    }
  }

  /** How far the loads are from each other, as a logarithm; the new one's days alone count. */
  private static double apart(GoneQuery departure, RankCandidate candidate) {
    double days = DayGrid.COUNT - departure.fromDay();
    double now = candidate.load().loadAas() * DayGrid.COUNT / days;
    return Math.abs(Math.log(departure.loadAasBefore() / now));
  }

  private static boolean sameFamily(GoneQuery departure, RankCandidate candidate) {
    String then = departure.group().statement().family();
    return then.equals(candidate.load().group().statement().family());
  }

  /** Whether one may be the other under another text. */

  /** The fingerprint that a query which left may have now. */
  @Nullable String perhapsNow(String then) {
    return nowByThen.get(then);
  }

  /** One sentence for each pair. */
  List<Sentence> warnings() {
    List<Sentence> warnings = new ArrayList<>();
    twins.forEach(
        (departure, candidate) ->
            warnings.add(
                sentence(departure.group().statement(), candidate.load().group().statement())));
    return warnings;
  }

  private static Sentence sentence(NormalizedStatement then, NormalizedStatement now) {
    return RankingText.TWINS.of(
        now.id(), shortened(now.text()), then.id(), now.verb(), String.join(", ", now.tables()));
  }

  private static String shortened(String text) {
    return text.length() <= TEXT ? text : text.substring(0, TEXT - 1) + "…";
  }
}
