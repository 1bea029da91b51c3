package dev.teiten.rank;

import dev.teiten.load.Sentence;
import dev.teiten.normalize.NormalizedStatement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Queries that look like one query in many shapes: of one verb and the same tables, with nearly the
 * same words. Nothing is merged on suspicion; the reader is told where they would be a rank of the
 * first ten together.
 */
final class ScatteredQueries {
  private static final int FIRST_RANKS = 10;
  private static final int MIN_SHAPES = 5;

  /** Queries of one verb and the same tables that are looked for: the heaviest come first. */
  private static final int MOST_QUERIES = 20;

  /** Together they are at least this many times the largest of them. */
  private static final double MIN_RATIO = 2;

  /** The part of their words that two shapes of a query share, 0..1. */
  private static final double MIN_LIKENESS = 0.7;

  private static final Pattern WORD = Pattern.compile("[^\\p{L}\\p{N}_$]+");

  private final List<RankCandidate> byLoad;
  private final double totalAas;

  private record Shape(RankCandidate candidate, Set<String> words) {}

  ScatteredQueries(List<RankCandidate> candidates) {
    byLoad = candidates.stream().sorted(RankCandidate.order(Ranking.Order.LOAD)).toList();
    totalAas = byLoad.stream().mapToDouble(c -> c.load().loadAas()).sum();
  }

  /** One sentence for each query that is scattered. */
  List<Sentence> warnings() {
    Map<List<Object>, List<Shape>> alike = new LinkedHashMap<>();
    for (RankCandidate candidate : byLoad) {
      NormalizedStatement statement = candidate.load().group().statement();
      if (!statement.tables().isEmpty()) {
        alike
            .computeIfAbsent(
                List.of(statement.verb(), Set.copyOf(statement.tables())), key -> new ArrayList<>())
            .add(new Shape(candidate, Set.copyOf(List.of(WORD.split(statement.text())))));
      }
    }
    List<Sentence> warnings = new ArrayList<>();
    alike.values().forEach(shapes -> warnings.addAll(warnings(shapes)));
    return warnings;
  }

  /** Takes the heaviest shape with all that look like it, then the heaviest of the others. */
  private List<Sentence> warnings(List<Shape> shapes) {
    List<Sentence> warnings = new ArrayList<>();
    List<Shape> left = shapes;
    for (int i = 0; i < MOST_QUERIES && left.size() >= MIN_SHAPES; i++) {
      Shape heaviest = left.get(0);
      List<Shape> query = left.stream().filter(shape -> isLike(heaviest, shape)).toList();
      double loadAas = query.stream().mapToDouble(s -> s.candidate().load().loadAas()).sum();
      int rank = rank(loadAas);
      boolean scattered =
          query.size() >= MIN_SHAPES
              && rank <= FIRST_RANKS
              && loadAas >= MIN_RATIO * heaviest.candidate().load().loadAas();
      if (scattered) {
        warnings.add(sentence(query, loadAas, rank));
      }
      left = left.stream().filter(shape -> !query.contains(shape)).toList();
    }
    return warnings;
  }

  private static boolean isLike(Shape a, Shape b) {
    Set<String> shared = new HashSet<>(a.words());
    shared.retainAll(b.words());
    int union = a.words().size() + b.words().size() - shared.size();
    return shared.size() >= MIN_LIKENESS * union;
  }

  private int rank(double loadAas) {
    return 1 + (int) byLoad.stream().filter(c -> c.load().loadAas() > loadAas).count();
  }

  private Sentence sentence(List<Shape> query, double loadAas, int rank) {
    NormalizedStatement heaviest = query.get(0).candidate().load().group().statement();
    return RankingText.SCATTERED.of(
        query.size(),
        heaviest.verb(),
        String.join(", ", heaviest.tables()),
        heaviest.id(),
        100 * loadAas / totalAas,
        rank);
  }
}
