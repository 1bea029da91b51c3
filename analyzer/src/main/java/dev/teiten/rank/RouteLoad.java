package dev.teiten.rank;

import dev.teiten.normalize.NormalizedStatement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * The load of the queries that one place of an application sends, as the comments of their
 * statements tell (sqlcommenter, Marginalia). A query that several places send counts for the one
 * in its statement.
 *
 * @param route the tag {@code route}, otherwise {@code controller#action} or {@code action} alone,
 *     otherwise {@code job}
 * @param loadAas sum over its queries, AAS
 * @param share part of the cluster's load, 0..1
 * @param peakShare part of the CPU work in the highest 1 % minutes, 0..1; null if unknown
 * @param callsPerSecond sum over its queries; null if none has call counts
 * @param latencySeconds mean over its calls; null if none has a latency
 * @param fingerprints of its queries, in the order of the ranking
 * @see <a href="https://google.github.io/sqlcommenter/spec/">sqlcommenter specification</a>
 */
public record RouteLoad(
    String route,
    double loadAas,
    double share,
    @Nullable Double peakShare,
    @Nullable Double callsPerSecond,
    @Nullable Double latencySeconds,
    List<String> fingerprints) {
  public RouteLoad {
    fingerprints = List.copyOf(fingerprints);
  }

  /** The routes of a ranking, the one with the most load first; empty without comments. */
  public static List<RouteLoad> of(Ranking ranking) {
    Map<String, List<Contributor>> byRoute = new LinkedHashMap<>();
    for (Contributor contributor : ranking.contributors()) {
      String route = nameIn(contributor.query());
      if (route != null) {
        byRoute.computeIfAbsent(route, key -> new ArrayList<>()).add(contributor);
      }
    }
    return byRoute.entrySet().stream()
        .map(entry -> of(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparingDouble(RouteLoad::loadAas).reversed())
        .toList();
  }

  private static RouteLoad of(String route, List<Contributor> queries) {
    List<Contributor> timed =
        queries.stream()
            .filter(query -> query.callsPerSecond() != null && query.latencySeconds() != null)
            .toList();
    double calls = timed.stream().mapToDouble(RouteLoad::calls).sum();
    double busy =
        timed.stream()
            .mapToDouble(query -> calls(query) * Objects.requireNonNull(query.latencySeconds()))
            .sum();
    return new RouteLoad(
        route,
        queries.stream().mapToDouble(Contributor::loadAas).sum(),
        queries.stream().mapToDouble(Contributor::share).sum(),
        sum(queries, Contributor::peakShare),
        sum(queries, Contributor::callsPerSecond),
        calls > 0 ? busy / calls : null,
        queries.stream().map(Contributor::fingerprint).toList());
  }

  private static double calls(Contributor query) {
    return Objects.requireNonNull(query.callsPerSecond());
  }

  private static @Nullable Double sum(
      List<Contributor> queries, Function<Contributor, @Nullable Double> value) {
    double[] known =
        queries.stream()
            .map(value)
            .filter(Objects::nonNull)
            .mapToDouble(Double::doubleValue)
            .toArray();
    return known.length == 0 ? null : DoubleStream.of(known).sum();
  }

  /** The place that sends a statement; null if its comment does not tell. */
  public static @Nullable String nameIn(NormalizedStatement statement) {
    Map<String, String> tags = statement.tags();
    String route = tags.get("route");
    if (route != null) {
      return route;
    }
    String controller = tags.get("controller");
    String action = tags.get("action");
    if (controller != null && action != null) {
      return controller + "#" + action;
    }
    return action != null ? action : tags.get("job");
  }
}
