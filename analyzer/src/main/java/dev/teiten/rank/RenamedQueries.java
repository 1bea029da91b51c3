package dev.teiten.rank;

import dev.teiten.change.QueryChange;
import dev.teiten.change.StatementLikeness;
import dev.teiten.change.history.DayGrid;
import dev.teiten.load.Sentence;
import dev.teiten.load.TextCut;
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
 * Finds queries that may have come back under another fingerprint because their text changed: a new
 * alias, say, or a new version of a library. Nothing is merged on suspicion; a warning names the
 * pair.
 */
final class RenamedQueries {
  /** The largest ratio of two similar loads. */
  private static final double MAX_RATIO = 4;

  private static final int STATEMENT_LENGTH = 60;

  private final Map<GoneQuery, RankCandidate> renamed = new LinkedHashMap<>();
  private final Map<String, String> newFingerprints = new HashMap<>();

  /** Pairs each gone query with the most similar new query, the heaviest first. */
  RenamedQueries(List<GoneQuery> departures, List<RankCandidate> candidates) {
    Set<RankCandidate> taken = new HashSet<>();
    for (GoneQuery departure : departures) {
      Optional<RankCandidate> successor =
          candidates.stream()
              .filter(c -> c.change().kind() == QueryChange.Kind.NEW && !taken.contains(c))
              .filter(c -> logDistance(departure, c) < Math.log(MAX_RATIO))
              .filter(
                  c ->
                      StatementLikeness.areAlike(
                          departure.group().statement(), c.load().group().statement()))
              .min(
                  Comparator.comparing((RankCandidate c) -> !sameFamily(departure, c))
                      .thenComparingDouble(c -> logDistance(departure, c)));
      successor.ifPresent(
          c -> {
            taken.add(c);
            renamed.put(departure, c);
            newFingerprints.put(departure.group().fingerprint(), c.load().group().fingerprint());
          });
    }
  }

  /** The distance of the loads, a logarithm; only the days of the new query count. */
  private static double logDistance(GoneQuery departure, RankCandidate candidate) {
    double days = DayGrid.COUNT - departure.fromDay();
    double now = candidate.load().loadAas() * DayGrid.COUNT / days;
    return Math.abs(Math.log(departure.loadAasBefore() / now));
  }

  private static boolean sameFamily(GoneQuery departure, RankCandidate candidate) {
    String then = departure.group().statement().family();
    return then.equals(candidate.load().group().statement().family());
  }

  /** The likely new fingerprint of a gone query; null if there is none. */
  @Nullable String perhapsNow(String then) {
    return newFingerprints.get(then);
  }

  /** A warning for each pair. */
  List<Sentence> warnings() {
    List<Sentence> warnings = new ArrayList<>();
    renamed.forEach(
        (departure, candidate) ->
            warnings.add(
                sentence(departure.group().statement(), candidate.load().group().statement())));
    return warnings;
  }

  private static Sentence sentence(NormalizedStatement then, NormalizedStatement now) {
    return RankingText.TWINS.of(
        now.id(),
        TextCut.toLength(now.text(), STATEMENT_LENGTH),
        then.id(),
        now.verb(),
        String.join(", ", now.tables()));
  }
}
