package dev.teiten.validation;

import dev.teiten.fixtures.fleet.ClusterSpec;
import dev.teiten.fixtures.fleet.Incident;
import dev.teiten.fixtures.fleet.MinuteSpan;
import dev.teiten.load.ReviewWeek;
import dev.teiten.review.promise.Promise;
import dev.teiten.review.promise.PromiseState;
import dev.teiten.review.promise.PromiseVerification;
import dev.teiten.review.promise.PromiseVerifier;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * A promise about one query of a simulated cluster, its true outcome, and Teiten's verdict.
 *
 * @param truePercent true reduction of the work per call in the end, in percent
 * @param successor the fingerprint that the query gets if a deploy renames it
 */
public record PromiseCase(
    Kind kind,
    long seed,
    Promise promise,
    double truePercent,
    String successor,
    PromiseVerification said) {
  private static final double NOISE = 0.03;
  private static final double HEAVY_CORES = 0.15;
  private static final double MORE_TRAFFIC = 1.15;
  private static final ReviewWeek LAST = ValidationScenario.WEEK.plus(1);
  private static final Duration TWO_WEEKS = Duration.ofDays(14);

  /** The true outcome of the promise. */
  public enum Kind {
    /** 60 % promised and reached, with 15 % more calls of the query. */
    KEPT_WITH_MORE_TRAFFIC(PromiseState.DELIVERED),
    /** 30 to 80 % promised and reached. */
    KEPT(PromiseState.DELIVERED),
    /** 60 % promised, 30 % reached. */
    HALF_KEPT(PromiseState.PARTIAL),
    /** 30 to 80 % promised, nothing done. */
    PLACEBO(PromiseState.NOT_VISIBLE),
    /** 60 % reached, but lost again after two weeks. */
    CAME_BACK(PromiseState.REGRESSED_BACK),
    /** Rewritten as a new query of the same tables and the same work. */
    REWRITTEN(PromiseState.MOVED),
    /** Rewritten as a new query of the same tables, and 60 % cheaper, as promised. */
    RENAMED_AND_KEPT(PromiseState.DELIVERED),
    /** 60 % reached, on one whole day so far. */
    ONE_DAY(PromiseState.UNDECIDED);

    private final PromiseState right;

    Kind(PromiseState right) {
      this.right = right;
    }

    /** The correct verdict. */
    public PromiseState right() {
      return right;
    }
  }

  public static PromiseCase of(Kind kind, long seed) {
    SplittableRandom random = new SplittableRandom(seed ^ 0x9e0_115eL);
    ValidationScenario untouched = ValidationScenario.small(seed, NOISE, ZoneOffset.UTC);
    String query = heavy(untouched);
    double promised = kind == Kind.KEPT || kind == Kind.PLACEBO ? 30 + random.nextInt(51) : 60;
    Instant fixedAt = fixedAt(kind, random);
    String renamed = query + "b";
    ClusterSpec cluster = happened(kind, untouched.cluster(), query, renamed, promised, fixedAt);
    ValidationScenario scenario = untouched.with(cluster);
    String fingerprint = scenario.fingerprint(query);
    String successor = cluster.equals(untouched.cluster()) ? "" : now(scenario, renamed);
    Promise promise = new Promise(cluster.name(), fingerprint, promised, fixedAt);
    int weeks = PromiseVerifier.historyWeeks(promise, LAST) + 1;
    PromiseVerification said =
        new PromiseVerifier(ValidationScenario::normalizer)
            .verify(promise, scenario.load(LAST, weeks));
    return new PromiseCase(kind, seed, promise, truth(kind, promised), successor, said);
  }

  private static String now(ValidationScenario scenario, String renamed) {
    return scenario.cluster().workloads().stream().anyMatch(w -> w.name().equals(renamed))
        ? scenario.fingerprint(renamed)
        : "";
  }

  /** A query that is worth fixing; the heaviest if no query is. */
  private static String heavy(ValidationScenario scenario) {
    List<String> chosen =
        new IncidentPlanter(scenario, ValidationScenario.WEEK).choose(1, HEAVY_CORES);
    if (!chosen.isEmpty()) {
      return chosen.get(0);
    }
    return scenario
        .truth()
        .workCores(ValidationScenario.span(ValidationScenario.WEEK))
        .entrySet()
        .stream()
        .max(Map.Entry.comparingByValue())
        .orElseThrow()
        .getKey();
  }

  /**
   * A random hour with one or two whole weeks after it; three whole weeks if the load comes back.
   */
  private static Instant fixedAt(Kind kind, SplittableRandom random) {
    if (kind == Kind.ONE_DAY) {
      return LAST.range().to().minus(Duration.ofHours(25 + random.nextInt(22)));
    }
    int back = kind == Kind.CAME_BACK ? -2 : -random.nextInt(2);
    return ValidationScenario.WEEK
        .plus(back)
        .range()
        .from()
        .plus(Duration.ofHours(random.nextInt(168)));
  }

  private static ClusterSpec happened(
      Kind kind, ClusterSpec c, String query, String renamed, double promised, Instant at) {
    Instant after = LAST.plus(1).range().to();
    String text = aliased(c.workload(query).example());
    return switch (kind) {
      case KEPT_WITH_MORE_TRAFFIC ->
          c.with(
              new Incident.WorkChange(query, at, 0.4),
              new Incident.TrafficChange(query, new MinuteSpan(at, after), MORE_TRAFFIC));
      case KEPT -> c.with(new Incident.WorkChange(query, at, 1 - promised / 100));
      case HALF_KEPT -> c.with(new Incident.WorkChange(query, at, 0.7));
      case PLACEBO -> c;
      case CAME_BACK ->
          c.with(
              new Incident.WorkChange(query, at, 0.4),
              new Incident.WorkChange(query, at.plus(TWO_WEEKS), 2.5));
      case REWRITTEN -> c.renaming(query, renamed, text, at);
      case RENAMED_AND_KEPT ->
          c.renaming(query, renamed, text, at).with(new Incident.WorkChange(renamed, at, 0.4));
      case ONE_DAY -> c.with(new Incident.WorkChange(query, at, 0.4));
    };
  }

  /** A deploy gives the table an alias. */
  private static String aliased(String example) {
    return example.replaceFirst(" FROM (\\w+)", " FROM $1 AS x").replaceFirst("WHERE ", "WHERE x.");
  }

  private static double truth(Kind kind, double promised) {
    return switch (kind) {
      case KEPT -> promised;
      case HALF_KEPT -> 30;
      case PLACEBO, CAME_BACK, REWRITTEN -> 0;
      default -> 60;
    };
  }

  /** Whether Teiten's verdict is true. */
  public boolean isRight() {
    boolean named = successor.isEmpty() ? said.movedTo() == null : successor.equals(said.movedTo());
    return said.state() == kind.right() && named;
  }

  /** Whether the interval holds the truth; null if there is no interval. */
  @Nullable Boolean holds() {
    Double low = said.low();
    Double high = said.high();
    return low == null || high == null ? null : low <= truePercent && truePercent <= high;
  }

  /**
   * Error of the estimate in percentage points, positive if it is too high; {@code NaN} if there is
   * none.
   */
  double error() {
    Double percent = said.realisedPercent();
    return percent == null ? Double.NaN : percent - truePercent;
  }
}
