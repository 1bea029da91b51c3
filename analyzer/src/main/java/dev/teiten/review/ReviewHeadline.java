package dev.teiten.review;

import dev.teiten.cpu.RunningVcpus;
import dev.teiten.load.ClusterLoad;
import dev.teiten.load.InstanceLoad;
import dev.teiten.load.Sentence;
import dev.teiten.rank.Contributor;
import dev.teiten.rank.Ranking;
import dev.teiten.size.SizingAdvice;
import dev.teiten.size.SizingAdvice.FixSet;
import dev.teiten.size.SizingAdvice.Option;
import dev.teiten.size.SizingAdvice.Trial;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** The headline of a week, made from numbers. */
final class ReviewHeadline {
  private ReviewHeadline() {}

  static List<Sentence> of(ClusterLoad load, Ranking ranking, SizingAdvice sizing) {
    if (ranking.loadAas() == null) {
      return List.of(ReviewText.NO_LOAD.of());
    }
    List<Sentence> sentences = new ArrayList<>();
    sentences.add(peak(load, ranking));
    holders(ranking).ifPresent(sentences::add);
    sentences.add(capacity(sizing));
    return sentences;
  }

  private static Sentence peak(ClusterLoad load, Ranking ranking) {
    Double peak = ranking.peakLoadAas();
    RunningVcpus running = RunningVcpus.of(load);
    int busiest = busiest(load);
    if (peak == null || busiest < 0) {
      String mean = FormattedNumbers.decimal(ranking.loadAas(), 1);
      OptionalDouble vcpus = running.most();
      return vcpus.isPresent()
          ? ReviewText.MEAN_OF_VCPUS.of(mean, (int) Math.round(vcpus.getAsDouble()))
          : ReviewText.MEAN.of(mean);
    }
    String most = FormattedNumbers.decimal(peak, 0);
    ZonedDateTime when =
        load.week().range().from().plusSeconds(60L * busiest).atZone(load.week().zone());
    OptionalDouble vcpus = running.at(busiest);
    return vcpus.isPresent()
        ? ReviewText.PEAK_OF_VCPUS.of(most, (int) Math.round(vcpus.getAsDouble()), when)
        : ReviewText.PEAK.of(most, when);
  }

  /** The minute with the highest load of the whole cluster; -1 without load. */
  private static int busiest(ClusterLoad load) {
    double most = 0;
    int at = -1;
    for (int minute = 0; minute < load.minutes(); minute++) {
      double sum = 0;
      for (InstanceLoad instance : load.instances()) {
        double one = instance.total()[minute];
        sum += Double.isNaN(one) ? 0 : one;
      }
      if (sum > most) {
        most = sum;
        at = minute;
      }
    }
    return at;
  }

  private static Optional<Sentence> holders(Ranking ranking) {
    List<Double> shares =
        ranking.contributors().stream()
            .map(Contributor::peakShare)
            .filter(Objects::nonNull)
            .sorted((a, b) -> Double.compare(b, a))
            .limit(3)
            .toList();
    if (shares.isEmpty()) {
      return Optional.empty();
    }
    double sum = shares.stream().mapToDouble(Double::doubleValue).sum();
    return Optional.of(
        shares.size() == 1
            ? ReviewText.ONE_HOLDER.of(FormattedNumbers.percent(sum))
            : ReviewText.HOLDERS.of(shares.size(), FormattedNumbers.percent(sum)));
  }

  private static Sentence capacity(SizingAdvice sizing) {
    Option recommended = sizing.recommended();
    if (sizing.verdict() == SizingAdvice.Verdict.REDUCE && recommended != null) {
      Double saving = recommended.monthlySavingUsd();
      return saving == null
          ? ReviewText.SAFE_AS_IS.of(SizingTable.instances(recommended))
          : ReviewText.SAFE_AS_IS_LESS.of(
              SizingTable.instances(recommended), FormattedNumbers.usd(saving));
    }
    Optional<FixSet> fixes = BestFixes.of(sizing);
    if (fixes.isPresent()) {
      return promise(fixes.get());
    }
    return switch (sizing.verdict()) {
      case UNDECIDED ->
          sizing.reasons().isEmpty()
              ? ReviewText.UNDECIDED.of()
              : ReviewText.UNDECIDED_FOR.of(sizing.reasons().get(0));
      case INCREASE -> ReviewText.NOT_SAFE.of();
      default -> trial(sizing.trial());
    };
  }

  private static Sentence trial(@Nullable Trial trial) {
    if (trial == null) {
      return ReviewText.KEEP.of();
    }
    Double saving = trial.option().monthlySavingUsd();
    return saving == null
        ? ReviewText.ON_TRIAL_ONLY.of(SizingTable.instances(trial.option()))
        : ReviewText.ON_TRIAL_ONLY_LESS.of(
            SizingTable.instances(trial.option()), FormattedNumbers.usd(saving));
  }

  private static Sentence promise(FixSet set) {
    String then = SizingTable.instances(set.option());
    int fixes = set.fixes().size();
    Double saving = set.monthlySavingUsd();
    if (saving == null) {
      return fixes == 1
          ? ReviewText.ONE_FIX_ALLOWS.of(then)
          : ReviewText.FIXES_ALLOW.of(fixes, then);
    }
    return fixes == 1
        ? ReviewText.ONE_FIX_ALLOWS_LESS.of(then, FormattedNumbers.usd(saving))
        : ReviewText.FIXES_ALLOW_LESS.of(fixes, then, FormattedNumbers.usd(saving));
  }
}
