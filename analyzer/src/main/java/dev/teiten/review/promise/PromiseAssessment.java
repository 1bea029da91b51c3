package dev.teiten.review.promise;

import dev.teiten.change.beforeafter.BeforeAfterComparison;
import dev.teiten.change.beforeafter.BeforeAfterComparison.Successor;
import dev.teiten.change.beforeafter.BeforeAfterSeries;
import dev.teiten.change.beforeafter.BeforeAfterSeries.Measure;
import dev.teiten.load.Sentence;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides whether enough is known of a promise's query to judge the promise. */
final class PromiseAssessment {
  static final int DAYS_BEFORE = 5;
  static final int DAYS_AFTER = 3;

  /**
   * A query no longer runs if at most this part of its load is left, 0..1: a straggler of the old
   * version may still call it, or a person.
   */
  private static final double MAX_LEFT = 0.05;

  /** A query with a smaller part of own work, 0..1, mostly waits. */
  private static final double MIN_OWN_WORK = 0.5;

  /** The largest ratio of two similar numbers of calls. */
  private static final double MAX_CALLS_RATIO = 2;

  private final Promise promise;
  private final BeforeAfterComparison comparison;
  private final ZoneId zone;

  PromiseAssessment(Promise promise, BeforeAfterComparison comparison, ZoneId zone) {
    this.promise = promise;
    this.comparison = comparison;
    this.zone = zone;
  }

  PromiseVerification verification() {
    String query = promise.fingerprint();
    double before = comparison.loadBeforeAas(query);
    if (!comparison.hasQuery(query)) {
      return PromiseVerification.undecided(PromiseText.UNKNOWN_QUERY.of(query));
    }
    if (before == 0) {
      return PromiseVerification.undecided(PromiseText.NOT_SEEN_BEFORE.of());
    }
    int days = comparison.daysAfter(query);
    if (days < DAYS_AFTER) {
      return PromiseVerification.undecided(PromiseText.FEW_DAYS_AFTER.of(days, DAYS_AFTER));
    }
    Optional<Successor> successor = comparison.successor(query);
    if (successor.isEmpty()
        && promise.percent() == 100
        && comparison.loadAfterAas(query) < MAX_LEFT * before) {
      return gone();
    }
    return followed(successor.orElse(null));
  }

  private PromiseVerification gone() {
    return new PromiseVerification(
        PromiseState.DELIVERED,
        100.0,
        null,
        null,
        null,
        -1.0,
        null,
        null,
        PromiseText.RUNS_NO_MORE.of(promise.fixedAt().atZone(zone)));
  }

  private PromiseVerification followed(@Nullable Successor successor) {
    String query = promise.fingerprint();
    String movedTo = successor == null ? null : successor.fingerprint();
    Set<String> queries = movedTo == null ? Set.of(query) : Set.of(query, movedTo);
    BeforeAfterSeries series = comparison.series(queries, measure(successor));
    int before = series.known(0, series.first());
    int after = series.known(series.first(), series.length());
    if (before < DAYS_BEFORE || after < DAYS_AFTER) {
      return PromiseVerification.undecided(tooLittle(before, after));
    }
    PromiseJudgement judgement = new PromiseJudge(promise, series, movedTo, zone).judge();
    double percent = judgement.fall().percent();
    if (!judgement.isVisible() && comparison.workShare(query) < MIN_OWN_WORK) {
      BeforeAfterSeries time = comparison.series(queries, Measure.TIME_PER_CALL);
      PromiseJudgement ofTime = new PromiseJudge(promise, time, movedTo, zone).judge();
      judgement = ofTime.isVisible() ? ofTime : judgement;
    }
    return judgement.verification(
        judgement.state() == PromiseState.UNDECIDED ? null : released(queries, percent),
        traffic(queries),
        movedTo);
  }

  private Sentence tooLittle(int before, int after) {
    String query = promise.fingerprint();
    boolean runs = comparison.loadAfterAas(query) > MAX_LEFT * comparison.loadBeforeAas(query);
    if (!runs) {
      return PromiseText.NOT_SEEN_AFTER.of();
    }
    if (!comparison.isCounted(query)) {
      return PromiseText.UNCOUNTED.of();
    }
    return before < DAYS_BEFORE
        ? PromiseText.FEW_DAYS_BEFORE.of(before, DAYS_BEFORE)
        : PromiseText.FEW_DAYS_AFTER.of(after, DAYS_AFTER);
  }

  private static Measure measure(@Nullable Successor successor) {
    // A call of the new query may do the work of several old calls, or the other way round.
    boolean otherCalls =
        successor != null
            && (successor.callsRatio() > MAX_CALLS_RATIO
                || successor.callsRatio() < 1 / MAX_CALLS_RATIO);
    return otherCalls ? Measure.WORK : Measure.WORK_PER_CALL;
  }

  private @Nullable Double traffic(Set<String> queries) {
    OptionalDouble change = comparison.trafficChange(queries);
    return change.isPresent() ? Double.valueOf(change.getAsDouble()) : null;
  }

  /** The released cores follow from the work that is gone, even if the promise is about waits. */
  private @Nullable Double released(Set<String> queries, double percent) {
    OptionalDouble cores = comparison.releasedPeakCores(queries, percent / 100);
    return cores.isPresent() ? Double.valueOf(cores.getAsDouble()) : null;
  }
}
