package dev.teiten.change;

import dev.teiten.change.QueryChange.Kind;
import dev.teiten.change.history.ClusterHistory;
import dev.teiten.change.history.QueryGroup;
import dev.teiten.change.history.QueryHistory;
import dev.teiten.load.ClusterLoad;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Classifies the change of each query against the weeks before, with its cause. */
public final class ChangeClassifier {
  private static final double MIN_COVERAGE = 0.5;

  private final ClusterLoad load;
  private final ClusterHistory history;
  private final LoadThresholds thresholds;
  private final Map<String, QueryChange> changes = new HashMap<>();
  private final @Nullable WeekComparison comparison;
  private int uncounted;
  private int hidden;
  private int nearCut;

  /**
   * @param now load of the reviewed week by fingerprint, AAS
   */
  public ChangeClassifier(ClusterLoad load, ClusterHistory history, Map<String, Double> now) {
    this.load = load;
    this.history = history;
    this.thresholds = new LoadThresholds(history, now);
    boolean decidable = history.isComparable() && isCovered();
    this.comparison = decidable ? WeekComparison.of(material(), history) : null;
    for (QueryHistory query : history.queries()) {
      changes.put(query.group().fingerprint(), uncompared(query));
    }
    if (comparison != null) {
      List<QueryGroup> groups =
          comparison.comparisons().stream().map(query -> query.history().group()).toList();
      ChangeDecider decider = new ChangeDecider(load, history, thresholds, groups);
      for (QueryComparison query : comparison.comparisons()) {
        decide(query, decider);
      }
    }
  }

  /** The change of a query that is not compared: it has little load, or it cannot be seen. */
  private QueryChange uncompared(QueryHistory query) {
    boolean isHidden = history.missingDays(query.group()).hidesQuery();
    hidden += comparison != null && isHidden && thresholds.isMaterial(query) ? 1 : 0;
    return comparison != null && !isHidden ? thresholds.steady(query) : thresholds.undecided(query);
  }

  private void decide(QueryComparison query, ChangeDecider decider) {
    QueryHistory compared = query.history();
    boolean isCut = thresholds.isNearCut(compared);
    QueryChange change = isCut ? thresholds.undecided(compared) : decider.decide(query);
    boolean isUndecided = change.kind() == Kind.UNDECIDED;
    nearCut += isCut ? 1 : 0;
    // Without calls, more traffic and more work cannot be told apart.
    uncounted +=
        !isCut && isUndecided && !query.hasCalls() && thresholds.ranInBoth(compared) ? 1 : 0;
    changes.put(compared.group().fingerprint(), change);
  }

  /** The queries with enough load, now or before, for a change to matter. */
  private List<QueryHistory> material() {
    return history.queries().stream()
        .filter(thresholds::isMaterial)
        .filter(query -> !history.missingDays(query.group()).hidesQuery())
        .toList();
  }

  private boolean isCovered() {
    double most = history.weeks().get(history.before()).instanceCoverage().highestShare();
    return Math.max(load.coverage().share(), most) >= MIN_COVERAGE;
  }

  /** The change of a query; undecided if the history does not know it. */
  public QueryChange of(String fingerprint) {
    return changes.getOrDefault(fingerprint, QueryChange.undecided(null));
  }

  /** The comparison with the weeks before; null if the week could not be compared. */
  @Nullable
  public WeekComparison comparison() {
    return comparison;
  }

  /** The number of queries that ran now and before without call counts to compare. */
  public int uncounted() {
    return uncounted;
  }

  /** The number of queries that ran nearly only on instances without data. */
  public int hidden() {
    return hidden;
  }

  /** The number of queries of which the source's lists leave too much out to compare them. */
  public int nearCut() {
    return nearCut;
  }
}
