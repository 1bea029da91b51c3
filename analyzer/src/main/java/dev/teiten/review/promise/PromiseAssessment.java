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

/** One promise and what is known of its query: whether that is enough to judge it. */
final class PromiseAssessment {
  static final int DAYS_BEFORE = 5;
  static final int DAYS_AFTER = 3;

  /** What is left of a query that runs no more: stragglers of the old version, tries by hand. */
  private static final double LEFT_OVER = 0.05;

  /** A query of which less is its own work is about waiting. */
  private static final double OWN_WORK = 0.5;

  private static final double SAME_CALLS = 2;

  private final Promise promise;
  private final BeforeAfterComparison courses;
  private final ZoneId zone;

  PromiseAssessment(Promise promise, BeforeAfterComparison courses, ZoneId zone) {
    this.promise = promise;
    this.courses = courses;
    this.zone = zone;
  }

  PromiseVerification verification() {
    String query = promise.fingerprint();
    double before = courses.loadBeforeAas(query);
    if (!courses.knows(query)) {
      return PromiseVerification.undecided(PromiseText.UNKNOWN_QUERY.of(query));
    }
    if (before == 0) {
      return PromiseVerification.undecided(PromiseText.NOT_SEEN_BEFORE.of());
    }
    int days = courses.daysAfter(query);
    if (days < DAYS_AFTER) {
      return PromiseVerification.undecided(PromiseText.FEW_DAYS_AFTER.of(days, DAYS_AFTER));
    }
    Optional<Successor> successor = courses.successor(query);
    if (successor.isEmpty()
        && promise.percent() == 100
        && courses.loadAfterAas(query) < LEFT_OVER * before) {
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
    BeforeAfterSeries course = courses.course(queries, measure(successor));
    int before = course.known(0, course.first());
    int after = course.known(course.first(), course.length());
    if (before < DAYS_BEFORE || after < DAYS_AFTER) {
      return PromiseVerification.undecided(tooLittle(before, after));
    }
    PromiseJudgement judgement = new PromiseJudge(promise, course, movedTo, zone).judge();
    double percent = judgement.fall().percent();
    if (!judgement.isVisible() && courses.workShare(query) < OWN_WORK) {
      BeforeAfterSeries time = courses.course(queries, Measure.TIME_PER_CALL);
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
    boolean runs = courses.loadAfterAas(query) > LEFT_OVER * courses.loadBeforeAas(query);
    if (!runs) {
      return PromiseText.NOT_SEEN_AFTER.of();
    }
    if (!courses.isCounted(query)) {
      return PromiseText.UNCOUNTED.of();
    }
    return before < DAYS_BEFORE
        ? PromiseText.FEW_DAYS_BEFORE.of(before, DAYS_BEFORE)
        : PromiseText.FEW_DAYS_AFTER.of(after, DAYS_AFTER);
  }

  private static Measure measure(@Nullable Successor successor) {
    // One call of the new query may do what several of the old one did, or the other way round.
    boolean other =
        successor != null
            && (successor.callsRatio() > SAME_CALLS || successor.callsRatio() < 1 / SAME_CALLS);
    return other ? Measure.WORK : Measure.WORK_PER_CALL;
  }

  private @Nullable Double traffic(Set<String> queries) {
    OptionalDouble change = courses.trafficChange(queries);
    return change.isPresent() ? Double.valueOf(change.getAsDouble()) : null;
  }

  /** By the work that is gone, also where the promise is about waits. */
  private @Nullable Double released(Set<String> queries, double percent) {
    OptionalDouble cores = courses.releasedPeakCores(queries, percent / 100);
    return cores.isPresent() ? Double.valueOf(cores.getAsDouble()) : null;
  }
}
