package dev.teiten.size.guard;

import dev.teiten.load.ClusterLoad;
import dev.teiten.load.Sentence;
import dev.teiten.load.TimeUnits;
import dev.teiten.normalize.ShortStatement;
import dev.teiten.rank.Ranking;
import dev.teiten.size.demand.DatedWork;
import dev.teiten.size.demand.OverloadLimits;
import dev.teiten.size.demand.SizingAssumptions;
import dev.teiten.size.guard.WorstMinutes.PeakQuery;
import dev.teiten.size.predict.CapacityPredictor;
import dev.teiten.size.predict.ClusterDemand;
import dev.teiten.size.predict.ClusterShape;
import dev.teiten.size.predict.OverloadReplay;
import dev.teiten.size.predict.OverloadReplay.Overload;
import dev.teiten.size.predict.OverloadReplay.Queue;
import dev.teiten.size.predict.PredictionBasis;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the worst minutes of a capacity, and tells of them. */
public final class WorstMinutesFinder {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  private final CapacityPredictor predictor;
  private final FailureImpact failure;
  private final OverloadLimits limits;
  private final OverloadLimits limitsAfterLoss;
  private final PeakQueries queries;
  private final ZoneId zone;
  private final int weeks;

  public WorstMinutesFinder(
      ClusterLoad load,
      Ranking ranking,
      PredictionBasis basis,
      SizingAssumptions assumptions,
      CapacityPredictor predictor,
      FailureImpact failure) {
    this.predictor = predictor;
    this.failure = failure;
    this.limits = OverloadLimits.of(assumptions);
    this.limitsAfterLoss = OverloadLimits.afterLoss(assumptions);
    this.queries = new PeakQueries(load, ranking, basis);
    this.zone = load.week().zone();
    this.weeks = basis.weeksSeen();
  }

  /** The worst minutes of a capacity in the archive; null without any known minute. */
  public @Nullable WorstMinutes of(ClusterShape shape, ClusterDemand demand) {
    return worst(predictor.queues(shape), demand.of(shape).minutesSeen());
  }

  /** The worst minutes after the worst single loss; null where nothing can take over. */
  public @Nullable WorstMinutes afterLoss(ClusterShape shape, ClusterDemand demand) {
    return worst(failure.queues(shape), demand.afterLoss(shape).minutesSeen());
  }

  private @Nullable WorstMinutes worst(List<Queue> queues, List<DatedWork> minutes) {
    Overload worst = OverloadReplay.worst(minutes, queues);
    if (worst == null) {
      return null;
    }
    Instant from =
        worst
            .week()
            .range()
            .from()
            .plusSeconds((long) worst.minute() * TimeUnits.SECONDS_PER_MINUTE);
    return new WorstMinutes(
        worst.part(),
        from,
        worst.minutesOver(),
        worst.demand(),
        worst.minutesOver() == 0 ? 0 : worst.minutes(),
        TimeUnits.SECONDS_PER_MINUTE * worst.waitMinutes(),
        queries.of(worst));
  }

  /** The worst minutes in words: when, how much, how long, by whom. */
  Sentence say(WorstMinutes worst) {
    return say(worst, limits);
  }

  /** The worst minutes after a loss in words. */
  Sentence sayAfterLoss(WorstMinutes worst) {
    return say(worst, limitsAfterLoss);
  }

  private Sentence say(WorstMinutes worst, OverloadLimits than) {
    Sentence host =
        switch (worst.part()) {
          case WRITER -> GuardText.ON_WRITER.of();
          case READERS -> GuardText.ON_READER.of();
          case TOGETHER -> GuardText.ON_LAST.of();
        };
    String when = MOMENT.format(worst.from().atZone(zone));
    String demand = GuardText.percent(worst.demand());
    Object who = worst.queries().isEmpty() ? GuardText.NO_QUERIES.of() : names(worst.queries());
    if (worst.minutes() == 0) {
      return GuardText.HIGHEST_MINUTE.of(weeks, when, demand, host, who);
    }
    return GuardText.WORST_MINUTES.of(
        when,
        demand,
        host,
        worst.minutes(),
        worst.backlogMinutes(),
        worst.waitSeconds(),
        than.minutesADay(),
        than.backlogMinutes(),
        who);
  }

  private static String names(List<PeakQuery> queries) {
    return queries.stream()
        .map(query -> ShortStatement.name(query.statement()))
        .collect(Collectors.joining("; "));
  }
}
