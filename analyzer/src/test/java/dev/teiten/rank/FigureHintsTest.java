package dev.teiten.rank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.load.ClusterLoad;
import dev.teiten.load.DigestLoad;
import dev.teiten.load.DigestStatistic;
import dev.teiten.load.Engine;
import dev.teiten.load.InstanceLoad;
import dev.teiten.load.LiteralFinding;
import dev.teiten.load.StatementText;
import dev.teiten.normalize.StatementNormalizer;
import dev.teiten.normalize.hint.Hint;
import dev.teiten.synthetic.ChangedLoads;
import dev.teiten.synthetic.SyntheticCluster;
import dev.teiten.synthetic.SyntheticQuery;
import dev.teiten.synthetic.SyntheticQuery.Shape;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The hints that counters earn, over a week of traffic with known rates. */
class FigureHintsTest {
  private static final SyntheticQuery PAGE =
      SyntheticQuery.of("page", 8, 0.01).text("select id from posts where day = ?");
  private static final SyntheticQuery LOOKUP =
      SyntheticQuery.of("lookup", 400, 0.0002).text("select name from users where id = ?");
  private static final SyntheticQuery POLL =
      SyntheticQuery.of("poll", 5, 0.001)
          .text("select id from jobs where state = ?")
          .shape(Shape.FLAT);
  private static final SyntheticQuery WRITE =
      SyntheticQuery.of("write", 5, 0.001)
          .text("update jobs set seen = ? where id = ?")
          .shape(Shape.FLAT);

  /** Rows examined and sent by each call of every query. */
  private static ClusterLoad load(List<SyntheticQuery> queries, double examined, double sent) {
    return with(
        new SyntheticCluster(queries).weeks(1).noise(0, 0, 0).load(),
        statistics -> {
          double calls = statistics.getOrDefault(DigestStatistic.CALLS_PER_SECOND, 0.0);
          statistics.put(DigestStatistic.ROWS_EXAMINED_PER_SECOND, calls * examined);
          statistics.put(DigestStatistic.ROWS_SENT_PER_SECOND, calls * sent);
          return statistics;
        });
  }

  private static ClusterLoad with(
      ClusterLoad load, UnaryOperator<Map<DigestStatistic, Double>> change) {
    List<InstanceLoad> instances =
        load.instances().stream()
            .map(
                i ->
                    new InstanceLoad(
                        i.instance(),
                        i.total(),
                        i.waits(),
                        i.digests(),
                        i.digestCpu(),
                        i.counters(),
                        i.hours().stream().map(hour -> with(hour, change)).toList()))
            .toList();
    return ChangedLoads.withInstances(load, instances);
  }

  private static DigestLoad with(
      DigestLoad hour, UnaryOperator<Map<DigestStatistic, Double>> change) {
    Map<DigestStatistic, Double> statistics = new EnumMap<>(hour.statistics());
    return new DigestLoad(
        hour.from(), hour.digest(), hour.loadAas(), hour.waits(), change.apply(statistics));
  }

  private static List<Hint> hints(ClusterLoad load, String digest) {
    QueryRanker ranker =
        new QueryRanker(
            dialect -> {
              StatementNormalizer normalizer = new StatementNormalizer(dialect);
              return normalizer::normalize;
            },
            1);
    return ranker.rank(load, Ranking.Order.LOAD).contributors().stream()
        .filter(contributor -> contributor.sourceDigests().contains(digest))
        .findFirst()
        .orElseThrow()
        .hints();
  }

  @Test
  void manyLookupsOfOneRowAreALoop() {
    List<Hint> hints = hints(load(List.of(PAGE, LOOKUP), 1, 1), "lookup");

    assertThat(hints).extracting(Hint::code).containsExactly("N_PLUS_ONE");
    assertThat(hints.get(0).place().text())
        .matches("(39\\d|40\\d) calls a second; rows examined a call: 1");
    assertThat(hints.get(0).advice().text()).isNotBlank();
  }

  @Test
  void theRouteIsNamedAndOnlyItsQueriesAreCompared() {
    String tag = " /*route='/posts'*/";
    SyntheticQuery page = PAGE.text("select id from posts where day = ?" + tag);
    SyntheticQuery lookup = LOOKUP.text("select name from users where id = ?" + tag);
    SyntheticQuery busy =
        SyntheticQuery.of("busy", 350, 0.0002).text("select a from b where c = ?");
    SyntheticQuery busier =
        SyntheticQuery.of("busier", 300, 0.0002).text("select d from e where f = ?");

    List<SyntheticQuery> queries = List.of(page, lookup, busy, busier);
    assertThat(hints(load(queries, 1, 1), "lookup"))
        .extracting(hint -> hint.place().text())
        .singleElement()
        .asString()
        .contains(" calls a second on /posts; ");
    assertThat(hints(load(queries, 1, 1), "busy")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"3, 1", "1, 2", "40, 1"})
  void callsThatReadMoreThanARowAreNoLookups(double examined, double sent) {
    assertThat(hints(load(List.of(PAGE, LOOKUP), examined, sent), "lookup")).isEmpty();
  }

  @Test
  void fewLookupsAreNoLoop() {
    SyntheticQuery few = SyntheticQuery.of("few", 90, 0.0002).text("select a from b where c = ?");

    assertThat(hints(load(List.of(PAGE, few), 1, 1), "few")).isEmpty();
  }

  @Test
  void aConstantRateBesideTrafficIsPolling() {
    ClusterLoad load = load(List.of(PAGE, LOOKUP, POLL, WRITE), 1, 1);

    assertThat(hints(load, "poll")).extracting(Hint::code).containsExactly("POLLING");
    assertThat(hints(load, "page")).isEmpty();
    assertThat(hints(load, "write")).as("a write at a constant rate is work").isEmpty();
  }

  @Test
  void aConstantRateIsNoPollingWhereEverythingIsConstant() {
    SyntheticQuery flat = PAGE.shape(Shape.FLAT);

    assertThat(hints(load(List.of(flat, POLL), 1, 1), "poll")).isEmpty();
  }

  @Test
  void aRateThatIsKnownInFewHoursIsNoPolling() {
    ClusterLoad load =
        with(
            load(List.of(PAGE, POLL), 1, 1),
            statistics -> {
              boolean isPoll = statistics.getOrDefault(DigestStatistic.CALLS_PER_SECOND, 0.0) < 5.5;
              if (isPoll) {
                statistics.remove(DigestStatistic.CALLS_PER_SECOND);
              }
              return statistics;
            });

    assertThat(hints(load, "poll")).isEmpty();
  }

  @Test
  void rowsExaminedForARowSentAreCounted() {
    List<Hint> hints = hints(load(List.of(PAGE), 5_000, 10), "page");

    assertThat(hints).extracting(Hint::code).containsExactly("ROWS_EXAMINED");
    assertThat(hints.get(0).place().text()).isEqualTo("rows examined for each row sent: 500");
    assertThat(hints(load(List.of(PAGE), 50, 10), "page")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"20, 0", "5000, 1"})
  void aScanOfASmallTableIsNone(double examined, int hints) {
    ClusterLoad load =
        with(
            load(List.of(PAGE), examined, examined),
            statistics -> {
              double calls = statistics.getOrDefault(DigestStatistic.CALLS_PER_SECOND, 0.0);
              statistics.put(DigestStatistic.SCANS_PER_SECOND, calls);
              return statistics;
            });

    assertThat(hints(load, "page").stream().filter(hint -> hint.code().equals("FULL_SCAN")))
        .hasSize(hints);
  }

  @ParameterizedTest
  @CsvSource({"1990, 10, 10, 0, PAGES_READ", "990, 10, 20, 0, ''", "4, 1, 1, 80, TEMP_FILES"})
  void blocksOfPostgresqlAreCounted(
      double hit, double read, double rows, double temporary, String code) {
    ClusterLoad load =
        ChangedLoads.withEngine(
            with(
                load(List.of(PAGE), 0, rows),
                statistics -> {
                  double calls = statistics.getOrDefault(DigestStatistic.CALLS_PER_SECOND, 0.0);
                  statistics.remove(DigestStatistic.ROWS_EXAMINED_PER_SECOND);
                  statistics.put(DigestStatistic.PAGES_HIT_PER_SECOND, calls * hit);
                  statistics.put(DigestStatistic.PAGES_READ_PER_SECOND, calls * read);
                  statistics.put(DigestStatistic.TEMP_PAGES_PER_SECOND, calls * temporary);
                  return statistics;
                }),
            Engine.AURORA_POSTGRESQL);

    assertThat(hints(load, "page")).extracting(Hint::code).containsExactly(codes(code));
  }

  private static String[] codes(String code) {
    return code.isEmpty() ? new String[0] : new String[] {code};
  }

  @Test
  void findingsOfTheArchiveComeFirst() {
    ClusterLoad load = load(List.of(PAGE), 5_000, 10);
    StatementText text =
        new StatementText(
            "select id from posts where day like ?",
            true,
            List.of(new LiteralFinding("LEADING_WILDCARD", "day like ?")));
    ClusterLoad seen = ChangedLoads.withTexts(load, Map.of("page", text));

    assertThat(hints(seen, "page"))
        .extracting(Hint::code)
        .containsExactly("LEADING_WILDCARD", "ROWS_EXAMINED");
  }
}
