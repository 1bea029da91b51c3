package dev.teiten.review.promise;

import dev.teiten.rank.Course;
import dev.teiten.rank.Course.Measure;
import dev.teiten.rank.Courses;
import dev.teiten.rank.Courses.Successor;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One promise and what is known of its query: whether that is enough to judge it. */
final class Case {
  static final int DAYS_BEFORE = 5;
  static final int DAYS_AFTER = 3;

  /** What is left of a query that runs no more: stragglers of the old version, tries by hand. */
  private static final double LEFT_OVER = 0.05;

  private static final double OWN_WORK = 0.5;
  private static final double SAME_CALLS = 2;

  private final Promise promise;
  private final Courses courses;
  private final ZoneId zone;

  Case(Promise promise, Courses courses, ZoneId zone) {
    this.promise = promise;
    this.courses = courses;
    this.zone = zone;
  }

  Verification verification() {
    String query = promise.fingerprint();
    double before = courses.loadBeforeAas(query);
    if (!courses.knows(query)) {
      return Verification.undecided(PromiseText.UNKNOWN_QUERY.of(query));
    }
    if (before == 0) {
      return Verification.undecided(PromiseText.NOT_SEEN_BEFORE.of());
    }
    int days = courses.daysAfter(query);
    if (days < DAYS_AFTER) {
      return Verification.undecided(PromiseText.FEW_DAYS_AFTER.of(days, DAYS_AFTER));
    }
    Optional<Successor> successor = courses.successor(query);
    if (successor.isEmpty()
        && promise.percent() == 100
        && courses.loadAfterAas(query) < LEFT_OVER * before) {
      return gone();
    }
    return followed(successor.orElse(null));
  }

  private Verification gone() {
    return new Verification(
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

  private Verification followed(@Nullable Successor successor) {
    String query = promise.fingerprint();
    Set<String> queries =
        successor == null ? Set.of(query) : Set.of(query, successor.fingerprint());
    Measure measure = measure(successor);
    Course course = courses.course(queries, measure);
    int before = course.known(0, course.first());
    int after = course.known(course.first(), course.length());
    if (before < DAYS_BEFORE) {
      return Verification.undecided(
          before == 0 && isUncounted(queries)
              ? PromiseText.UNCOUNTED.of()
              : PromiseText.FEW_DAYS_BEFORE.of(before, DAYS_BEFORE));
    }
    if (after < DAYS_AFTER) {
      boolean runs = courses.loadAfterAas(query) > LEFT_OVER * courses.loadBeforeAas(query);
      return Verification.undecided(
          runs ? PromiseText.UNCOUNTED.of() : PromiseText.NOT_SEEN_AFTER.of());
    }
    String movedTo = successor == null ? null : successor.fingerprint();
    Judgement judgement = new Judge(promise, course, movedTo, zone).judge();
    return judgement.verification(released(queries, measure, judgement), traffic(queries), movedTo);
  }

  private boolean isUncounted(Set<String> queries) {
    return courses.trafficChange(queries).isEmpty();
  }

  private Measure measure(@Nullable Successor successor) {
    if (successor != null
        && (successor.callsRatio() > SAME_CALLS || successor.callsRatio() < 1 / SAME_CALLS)) {
      // One call of the new query does what several of the old one did, or the other way round.
      return Measure.WORK;
    }
    return courses.workShare(promise.fingerprint()) < OWN_WORK
        ? Measure.TIME_PER_CALL
        : Measure.WORK_PER_CALL;
  }

  private @Nullable Double traffic(Set<String> queries) {
    var change = courses.trafficChange(queries);
    return change.isPresent() ? Double.valueOf(change.getAsDouble()) : null;
  }

  /** The work that is gone, also where the promise is about waits. */
  private @Nullable Double released(Set<String> queries, Measure measure, Judgement judgement) {
    if (judgement.state() == PromiseState.UNDECIDED) {
      return null;
    }
    double percent = judgement.fall().percent();
    if (measure == Measure.TIME_PER_CALL) {
      Course work = courses.course(queries, Measure.WORK_PER_CALL);
      percent = work.fall(judgement.from(), work.first(), judgement.now(), work.length()).percent();
    }
    var cores = courses.releasedPeakCores(queries, percent / 100);
    return cores.isPresent() ? Double.valueOf(cores.getAsDouble()) : null;
  }
}
