package dev.teiten.size;

import dev.teiten.load.Sentence;
import dev.teiten.size.SizingAdvice.Option;
import dev.teiten.size.SizingAdvice.Trial;
import dev.teiten.size.demand.ReaderRange;
import dev.teiten.size.guard.GuardText;
import dev.teiten.size.predict.CapacityForecast;
import dev.teiten.size.predict.ClusterShape;
import dev.teiten.size.predict.ReaderNumbers;
import dev.teiten.size.predict.ScenarioResults;

/** Says how to try a capacity whose doubts only a trial can remove. */
final class TrialPlan {
  private final ClusterShape today;
  private final RisingWork rises;
  private final ReaderNumbers numbers;

  TrialPlan(ClusterShape today, RisingWork rises, ReaderNumbers numbers) {
    this.today = today;
    this.rises = rises;
    this.numbers = numbers;
  }

  Trial of(CapacityCandidate candidate, Option option, ScenarioResults results) {
    Sentence steps = steps(candidate.shape(), results.forecast(candidate.shape()));
    boolean rising = !rises.doubts(results.demand()).isEmpty();
    return new Trial(option, rising ? SizingText.TRIAL_AFTER.of(steps) : steps);
  }

  private Sentence steps(ClusterShape shape, CapacityForecast forecast) {
    String expected = GuardText.percent(forecast.now().busiest());
    String most = GuardText.percent(forecast.next().busiest());
    if (ServerlessShapes.changesRange(shape, today)) {
      return SizingText.TRIAL_RANGE.of(String.valueOf(shape.acu()), most);
    } else if (shape.reader() == null) {
      return SizingText.TRIAL_ALONE.of(shape.writer().label(), most);
    }
    ReaderRange range = shape.scaling();
    if (range != null && shape.sameClasses(today)) {
      String target = GuardText.percent(numbers.target(range));
      return SizingText.TRIAL_SCALED.of(range.least(), range.most(), target, most);
    }
    return shape.sameClasses(today)
        ? SizingText.TRIAL_FEWER.of(today.mostReaders() - shape.mostReaders(), most)
        : SizingText.TRIAL_CLASS.of(shape.readerOrWriter().label(), expected, most);
  }
}
