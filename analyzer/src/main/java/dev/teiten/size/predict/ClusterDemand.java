package dev.teiten.size.predict;

import dev.teiten.size.demand.AdjustedWeeks;
import dev.teiten.size.demand.DatedWork;
import dev.teiten.size.demand.ModelAssumption;
import dev.teiten.size.demand.OverloadLimits;
import dev.teiten.size.demand.PeakDemand;
import dev.teiten.size.demand.QueryLevels;
import dev.teiten.size.demand.SizingAssumptions;
import dev.teiten.size.demand.SustainedDemand;
import dev.teiten.size.demand.WorkOutlook;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The demand for CPU under some fixes and moves: of the reviewed week, of the highest week, and in
 * each scenario of the next one.
 */
public final class ClusterDemand {
  private final AdjustedWeeks adjusted;
  private final AdjustedWeeks adjustedAhead;
  private final WorkOutlook outlook;
  private final SizingAssumptions assumptions;
  private final ReaderNumbers numbers;
  private final OverloadLimits limits;
  private final OverloadLimits limitsAfterLoss;
  private final List<DatedWork> weeks;
  private final List<DatedWork> weeksAhead;
  private final List<DatedWork> seen;
  private final List<DatedWork> minutesSeen;
  private final CapacityDemand fixed;
  private final CapacityDemand fixedAfterLoss;
  private final Map<ClusterShape, CapacityDemand> scaled = new ConcurrentHashMap<>();
  private final Map<ClusterShape, CapacityDemand> scaledAfterLoss = new ConcurrentHashMap<>();
  private @Nullable List<RoleDayPeaks> fixedPeaks;

  /**
   * @param levels lasting changes of single queries within the reviewed week
   * @param outlook changes of all work that go on after the reviewed week
   * @param numbers of readers of capacities that are scaled
   */
  ClusterDemand(
      AdjustedWeeks adjusted,
      QueryLevels levels,
      WorkOutlook outlook,
      SizingAssumptions assumptions,
      ReaderNumbers numbers) {
    this.adjusted = adjusted;
    this.adjustedAhead = adjusted.ahead(levels);
    this.outlook = outlook;
    this.assumptions = assumptions;
    this.numbers = numbers;
    this.limits = OverloadLimits.of(assumptions);
    this.limitsAfterLoss = OverloadLimits.afterLoss(assumptions);
    this.weeks = adjusted.weeksAfter(1);
    this.weeksAhead = outlook.ahead(levels.none() ? weeks : adjustedAhead.weeksAfter(1));
    this.seen = seen(levels);
    List<DatedWork> older = adjustedAhead.olderAfter();
    this.minutesSeen = Stream.concat(older.stream(), seen.stream()).toList();
    boolean same = levels.none() && outlook.steady();
    PeakDemand highest = peak(weeks, NumberedReaders.ALWAYS);
    PeakDemand ahead = same ? highest : peak(seen, NumberedReaders.ALWAYS);
    this.fixed =
        new CapacityDemand(
            reviewed().work(),
            peak(List.of(reviewed()), NumberedReaders.ALWAYS),
            highest,
            ahead.with(sustained(NumberedReaders.ALWAYS, limits)),
            minutesSeen);
    this.fixedAfterLoss =
        new CapacityDemand(
            fixed.reviewedWeek(),
            fixed.point(),
            highest,
            ahead.with(sustained(NumberedReaders.ALWAYS, limitsAfterLoss)),
            minutesSeen);
  }

  /**
   * The weeks before as they were, with the work that a call costs now, and the reviewed week at
   * its last level.
   */
  private List<DatedWork> seen(QueryLevels levels) {
    List<DatedWork> before = new ArrayList<>(adjusted.ahead(levels.ofCallCost()).weeksAfter(1));
    before.set(before.size() - 1, weeksAhead.get(weeksAhead.size() - 1));
    return before;
  }

  /** The highest of these weeks, with the assumed growth. */
  private PeakDemand peak(List<DatedWork> of, UnaryOperator<DatedWork> readers) {
    return of.stream()
        .map(week -> PeakDemand.of(readers.apply(week).work(), limits))
        .reduce(PeakDemand::max)
        .orElseThrow()
        .times(assumptions.get(ModelAssumption.GROWTH));
  }

  /** The highest of all minutes seen, with the assumed growth. */
  private SustainedDemand sustained(UnaryOperator<DatedWork> readers, OverloadLimits of) {
    double growth = assumptions.get(ModelAssumption.GROWTH);
    return minutesSeen.stream()
        .map(week -> SustainedDemand.of(readers.apply(week).work(), of))
        .reduce(SustainedDemand::max)
        .orElseThrow()
        .times(growth, growth);
  }

  /** The demand as the instances of a capacity meet it. */
  public CapacityDemand of(ClusterShape shape) {
    return shape.scaling() == null
        ? fixed
        : scaled.computeIfAbsent(shape, key -> scaled(numbers.of(key, unchanged())));
  }

  private CapacityDemand scaled(NumberedReaders readers) {
    PeakDemand ahead = peak(seen, readers::usual).with(sustained(readers::usual, limits));
    return new CapacityDemand(
        readers.usual(reviewed()).work(),
        fixed.point().scaled(peak(List.of(reviewed()), readers::usual)),
        fixed.highest().scaled(peak(weeks, readers::usual)),
        fixed.highestAhead().scaled(ahead),
        minutesSeen.stream().map(readers::usual).toList());
  }

  /** The demand on the instances that the worst single loss leaves, with its limits of overload. */
  public CapacityDemand afterLoss(ClusterShape shape) {
    return shape.scaling() == null
        ? fixedAfterLoss
        : scaledAfterLoss.computeIfAbsent(
            shape, key -> scaledAfterLoss(numbers.of(key, unchanged())));
  }

  private CapacityDemand scaledAfterLoss(NumberedReaders readers) {
    int lost = (int) Math.round(assumptions.get(ModelAssumption.SCALE_OUT_MINUTES));
    UnaryOperator<DatedWork> afterLoss =
        week -> readers.afterLoss(week, lost, limitsAfterLoss.backlogMinutes());
    PeakDemand ahead = peak(seen, afterLoss).with(sustained(afterLoss, limitsAfterLoss));
    return new CapacityDemand(
        reviewed().work(),
        fixed.point().scaled(peak(List.of(reviewed()), afterLoss)),
        fixed.highest().scaled(peak(weeks, afterLoss)),
        fixedAfterLoss.highestAhead().scaled(ahead),
        minutesSeen.stream().map(afterLoss).toList());
  }

  /** The work of the reviewed week, with the fixes and moves and without growth. */
  public DatedWork reviewed() {
    return weeks.get(weeks.size() - 1);
  }

  /** Whether the work is that of the reviewed week, without any fix or move. */
  public boolean unchanged() {
    return adjusted.unchanged();
  }

  /** The share (0..1) of the work of a digest that fixes leave. */
  public double shareLeft(String digest) {
    return adjusted.shareLeft(digest);
  }

  /**
   * The demand on a fixed number of readers in the scenario of each draw of the weeks to come,
   * growth included.
   */
  List<PeakDemand> in(List<ScenarioDraw> draws) {
    List<RoleDayPeaks> peaks = fixedPeaks();
    return draws.stream()
        .map(draw -> ahead(peaks.get(draw.fix() % peaks.size()).demand(draw.days()), draw))
        .toList();
  }

  /** The demand on the readers of a capacity that is scaled, by draw. */
  List<PeakDemand> in(List<ScenarioDraw> draws, ClusterShape shape) {
    NumberedReaders readers = numbers.of(shape, unchanged());
    List<RoleDayPeaks> peaks = fixedPeaks();
    List<RoleDayPeaks> tracked = peaks(readers::usual);
    return draws.stream()
        .map(
            draw -> {
              int fix = draw.fix() % peaks.size();
              PeakDemand demand = peaks.get(fix).demand(draw.days());
              return ahead(demand.scaled(tracked.get(fix).demand(draw.days())), draw);
            })
        .toList();
  }

  private synchronized List<RoleDayPeaks> fixedPeaks() {
    List<RoleDayPeaks> peaks = fixedPeaks;
    if (peaks == null) {
      peaks = peaks(NumberedReaders.ALWAYS);
      fixedPeaks = peaks;
    }
    return peaks;
  }

  /** The highest minutes of each day, by the level of fix effect. */
  private List<RoleDayPeaks> peaks(UnaryOperator<DatedWork> readers) {
    int levels = adjusted.hasFixes() ? ScenarioDraw.FIX_LEVELS : 1;
    List<RoleDayPeaks> peaks = new ArrayList<>();
    for (int level = 0; level < levels; level++) {
      List<DatedWork> ahead =
          levels == 1
              ? weeksAhead
              : outlook.ahead(adjustedAhead.weeksAfter(fixEffect(level, levels)));
      peaks.add(RoleDayPeaks.of(ahead.stream().map(readers).toList(), limits));
    }
    return peaks;
  }

  private PeakDemand ahead(PeakDemand demand, ScenarioDraw draw) {
    double growth = assumptions.get(ModelAssumption.GROWTH) * draw.growth();
    double weeks = assumptions.get(ModelAssumption.HORIZON_WEEKS);
    return demand.times(
        growth * outlook.writer().grown(draw.trend(), weeks),
        growth * outlook.readers().grown(draw.trend(), weeks));
  }

  /**
   * The effect of a fix, as a factor on its promise: the median of one third of the triangular
   * distribution from the lowest effect over 1 to the highest.
   */
  private double fixEffect(int level, int levels) {
    double low = assumptions.get(ModelAssumption.FIX_LOW);
    double high = assumptions.get(ModelAssumption.FIX_HIGH);
    double probability = (level + 0.5) / levels;
    double mode = (1 - low) / Math.max(1e-9, high - low);
    return probability < mode
        ? low + Math.sqrt(probability * (high - low) * (1 - low))
        : high - Math.sqrt((1 - probability) * (high - low) * (high - 1));
  }
}
