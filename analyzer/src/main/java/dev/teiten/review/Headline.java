package dev.teiten.review;

import dev.teiten.archive.ClusterLoad;
import dev.teiten.archive.InstanceLoad;
import dev.teiten.cpu.InstanceClass;
import dev.teiten.cpu.InstanceClasses;
import dev.teiten.load.Instance;
import dev.teiten.rank.Contributor;
import dev.teiten.rank.Ranking;
import dev.teiten.size.SizingAdvice;
import dev.teiten.size.SizingAdvice.FixSet;
import dev.teiten.size.SizingAdvice.Option;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/** The week in two sentences, made from numbers. */
final class Headline {
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ENGLISH);
  private static final String[] COUNTS = {"No", "One", "Two", "Three", "Four", "Five"};

  private Headline() {}

  static List<String> of(ClusterLoad load, Ranking ranking, SizingAdvice sizing) {
    if (ranking.loadAas() == null) {
      return List.of("No load was collected for this week.");
    }
    List<String> sentences = new ArrayList<>();
    sentences.add(peak(load, ranking));
    holders(ranking).ifPresent(sentences::add);
    sentences.add(capacity(sizing));
    return sentences;
  }

  private static String peak(ClusterLoad load, Ranking ranking) {
    Double peak = ranking.peakLoadAas();
    OptionalInt vcpus = vcpus(load);
    String of = vcpus.isPresent() ? " of " + vcpus.getAsInt() + " vCPUs" : " AAS";
    if (peak == null) {
      return "Mean load " + Numbers.decimal(ranking.loadAas(), 1) + of + ".";
    }
    String when =
        busiest(load).map(i -> " on " + WHEN.format(i.atZone(load.week().zone()))).orElse("");
    return "Peak load " + Numbers.decimal(peak, 0) + of + when + ".";
  }

  /** All vCPUs of the cluster, if every class is known. */
  static OptionalInt vcpus(ClusterLoad load) {
    int sum = 0;
    for (Instance instance : load.cluster().instances()) {
      Optional<InstanceClass> known = InstanceClasses.find(instance.instanceClass());
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

  private static Optional<String> holders(Ranking ranking) {
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
    String queries = shares.size() == 1 ? " query holds " : " queries hold ";
    return Optional.of(
        COUNTS[shares.size()] + queries + Numbers.percent(sum) + " of its CPU work.");
  }

  private static String capacity(SizingAdvice sizing) {
    Option recommended = sizing.recommended();
    if (sizing.verdict() == SizingAdvice.Verdict.REDUCE && recommended != null) {
      return "Safe as it is: "
          + SizingTable.instances(
              recommended.writerClass(), recommended.readerClass(), recommended.readers())
          + (recommended.monthlySavingUsd() == null
              ? "."
              : ", " + Numbers.usd(recommended.monthlySavingUsd()) + " a month less.");
    }
    Optional<FixSet> fixes = BestFixes.of(sizing);
    if (fixes.isPresent()) {
      return promise(fixes.get());
    }
    return switch (sizing.verdict()) {
      case UNDECIDED ->
          "Sizing is undecided"
              + (sizing.reasons().isEmpty() ? "." : ": " + sizing.reasons().get(0));
      case INCREASE -> "Today's capacity is not safe.";
      default -> "Today's capacity fits.";
    };
  }

  private static String promise(FixSet set) {
    Option option = set.option();
    Double saving = set.monthlySavingUsd();
    return "Fixing "
        + (set.fixes().size() == 1
            ? "one query"
            : COUNTS[set.fixes().size()].toLowerCase(Locale.ROOT) + " queries")
        + " would allow "
        + SizingTable.instances(option.writerClass(), option.readerClass(), option.readers())
        + (saving == null ? "." : ", about " + Numbers.usd(saving) + " a month less.");
  }
}
