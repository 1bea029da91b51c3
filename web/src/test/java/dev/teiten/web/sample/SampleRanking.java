package dev.teiten.web.sample;

import dev.teiten.change.QueryChange;
import dev.teiten.change.QueryChange.Kind;
import dev.teiten.load.ReviewWeek;
import dev.teiten.load.Sentence;
import dev.teiten.normalize.NormalizedStatement;
import dev.teiten.rank.Contributor;
import dev.teiten.rank.Ranking;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The ranking of the made-up queries. */
final class SampleRanking {

  private SampleRanking() {}

  static Ranking of(
      String cluster, ReviewWeek week, List<SampleQuery> queries, double scale, int instances) {
    double other = 0.42 * scale;
    double loadAas = queries.stream().mapToDouble(q -> q.loadAas() * scale).sum() + other;
    List<Contributor> contributors =
        queries.stream()
            .map(q -> contributor(q, cluster, week, scale, loadAas, instances))
            .toList();
    return new Ranking(
        cluster,
        week,
        0.988,
        loadAas,
        other,
        101,
        loadAas * 2.6,
        4,
        contributors,
        List.of(
            new Ranking.Gone(
                "t1-00000000deadbeef", "SELECT COUNT(*) FROM legacy_rank WHERE week = ?", 0.81)),
        List.of(
            Sentence.plain(
                "main-5 was restarted on Fri 03:00; two hours of all instances are missing.")));
  }

  static Ranking empty(String cluster, ReviewWeek week) {
    return new Ranking(
        cluster,
        week,
        0,
        null,
        null,
        0,
        null,
        0,
        List.of(),
        List.of(),
        List.of(
            Sentence.plain(
                "No instance of " + cluster + " has reported a load in " + week.label() + ".")));
  }

  private static Contributor contributor(
      SampleQuery q, String cluster, ReviewWeek week, double scale, double total, int instances) {
    double load = q.loadAas() * scale;
    Map<String, Double> waits = new HashMap<>();
    q.waits().forEach((event, share) -> waits.put(event, share * load));
    Map<String, Double> byInstance = new HashMap<>();
    for (int i = 1; i <= instances; i++) {
      byInstance.put(cluster + "-" + i, load / instances);
    }
    boolean counted = q.rank() != 8;
    return new Contributor(
        q.rank(),
        Math.max(1, q.rank() - q.rank() / 4),
        q.rank() + q.rank() / 3,
        new NormalizedStatement(
            q.fingerprint(),
            q.statement(),
            q.statement().split(" ")[0],
            List.of("likes", "users", "blocks"),
            !q.isCut(),
            q.isCut(),
            q.tags(),
            q.rank() == 7 || q.rank() == 8 ? "f1-same" : q.fingerprint(),
            q.hints()),
        load,
        load / total,
        q.rank() > 30 ? null : load / total * 1.3,
        q.rank() > 30 ? null : load * 1.7,
        null,
        waits,
        counted ? q.callsPerSecond() * scale : null,
        counted ? q.loadAas() / q.callsPerSecond() : null,
        counted ? q.rowsExamined() : null,
        counted ? 3.0 : null,
        List.of(q.digest()),
        byInstance,
        weeks(q, load),
        change(q, load, week));
  }

  private static List<@Nullable Double> weeks(SampleQuery q, double load) {
    List<@Nullable Double> weeks = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      weeks.add(i == 1 ? null : i == 5 ? Double.valueOf(load) : Double.valueOf(load * q.before()));
    }
    return weeks;
  }

  private static QueryChange change(SampleQuery q, double load, ReviewWeek week) {
    if (q.kind() == Kind.UNDECIDED) {
      return QueryChange.undecided(load * q.before());
    }
    if (q.kind() == Kind.NEW) {
      return new QueryChange(Kind.NEW, null, null, null, null, 0.001, null, null);
    }
    double effect = 1 / q.before() - 1;
    return new QueryChange(
        q.kind(),
        load * q.before(),
        effect,
        effect - 0.12,
        effect + 0.14,
        0.004,
        q.kind() == Kind.REGRESSED ? week.range().from().plus(Duration.ofHours(38)) : null,
        q.kind() == Kind.VICTIM ? "row locks of likes" : null);
  }
}
