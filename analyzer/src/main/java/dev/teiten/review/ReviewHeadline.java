package dev.teiten.review;

import dev.teiten.cpu.InstanceClass;
import dev.teiten.cpu.InstanceClasses;
import dev.teiten.load.ClusterLoad;
import dev.teiten.load.Instance;
import dev.teiten.load.InstanceLoad;
import dev.teiten.load.Sentence;
import dev.teiten.rank.Contributor;
import dev.teiten.rank.Ranking;
import dev.teiten.size.SizingAdvice;
import dev.teiten.size.SizingAdvice.FixSet;
import dev.teiten.size.SizingAdvice.Option;
import dev.teiten.size.SizingAdvice.Trial;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
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
    OptionalInt vcpus = vcpus(load);
    Optional<ZonedDateTime> when = busiest(load).map(i -> i.atZone(load.week().zone()));
    if (peak == null || when.isEmpty()) {
      String mean = FormattedNumbers.decimal(ranking.loadAas(), 1);
      return vcpus.isPresent()
          ? ReviewText.MEAN_OF_VCPUS.of(mean, vcpus.getAsInt())
          : ReviewText.MEAN.of(mean);
    }
    String most = FormattedNumbers.decimal(peak, 0);
    return vcpus.isPresent()
        ? ReviewText.PEAK_OF_VCPUS.of(most, vcpus.getAsInt(), when.get())
        : ReviewText.PEAK.of(most, when.get());
  }

  /** The vCPUs of the cluster; empty if a class is unknown. */
  static OptionalInt vcpus(ClusterLoad load) {
    int sum = 0;
    for (Instance instance : load.cluster().instances()) {
      Optional<InstanceClass> known = InstanceClasses.of(instance);
      if (known.isEmpty()) {
        return OptionalInt.empty();
      }
      sum += known.get().vcpus();
    }
    return OptionalInt.of(sum);
  }

  /** The minute with the highest load of the whole cluster. */
  private static Optional<Instant> busiest(ClusterLoad load) {
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
    return at < 0
        ? Optional.empty()
        : Optional.of(load.week().range().from().plusSeconds(60L * at));
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
