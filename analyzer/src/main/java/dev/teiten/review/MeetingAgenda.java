package dev.teiten.review;

import dev.teiten.load.ClusterLoad;
import dev.teiten.load.Sentence;
import dev.teiten.rank.Ranking;
import dev.teiten.review.AgendaItem.Kind;
import dev.teiten.size.SizingAdvice;
import dev.teiten.size.SizingAdvice.FixSet;
import dev.teiten.size.SizingAdvice.Option;
import dev.teiten.size.SizingAdvice.Trial;
import dev.teiten.size.SizingAdvice.Verdict;
import dev.teiten.size.SizingDetails.WorkRise;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The agenda of a meeting, made from numbers alone. */
final class MeetingAgenda {
  /** The most points of a meeting of ten minutes. */
  static final int MOST_ITEMS = 7;

  private static final double LOW_COVERAGE = 0.95;

  private MeetingAgenda() {}

  static List<AgendaItem> of(ClusterLoad load, Ranking ranking, SizingAdvice sizing) {
    ZoneId zone = ranking.week().zone();
    List<AgendaItem> last = new ArrayList<>();
    sizing.details().rises().forEach(rise -> last.add(rise(rise, zone)));
    money(sizing).ifPresent(last::add);
    data(load, ranking).ifPresent(last::add);
    List<AgendaItem> items =
        new ArrayList<>(ChangeAgenda.of(ranking).stream().limit(MOST_ITEMS - last.size()).toList());
    items.addAll(last);
    items.sort(Comparator.comparing(AgendaItem::kind));
    return items;
  }

  private static Optional<AgendaItem> money(SizingAdvice sizing) {
    Option recommended = sizing.recommended();
    if (sizing.verdict() == Verdict.REDUCE && recommended != null) {
      Double saving = recommended.monthlySavingUsd();
      return Optional.of(
          new AgendaItem(
              Kind.MONEY,
              saving == null
                  ? ReviewText.REDUCE.of(SizingTable.instances(recommended))
                  : ReviewText.REDUCE_SAVING.of(
                      SizingTable.instances(recommended), FormattedNumbers.usd(saving)),
              ReviewText.BUSIEST_CPU.of(FormattedNumbers.percent(recommended.p99Utilisation())),
              null));
    }
    return BestFixes.of(sizing)
        .map(MeetingAgenda::fixSet)
        .or(() -> Optional.ofNullable(sizing.trial()).map(MeetingAgenda::trial));
  }

  private static AgendaItem trial(Trial trial) {
    String then = SizingTable.instances(trial.option());
    Double saving = trial.option().monthlySavingUsd();
    return new AgendaItem(
        Kind.MONEY,
        saving == null
            ? ReviewText.ON_TRIAL.of(then)
            : ReviewText.ON_TRIAL_SAVING.of(then, FormattedNumbers.usd(saving)),
        trial.trial(),
        null);
  }

  /** A rise of all work, which may be that of no single query. */
  private static AgendaItem rise(WorkRise rise, ZoneId zone) {
    String effect = ChangeAgenda.signed(rise.effect()).toString();
    Instant since = rise.since();
    Sentence text =
        since == null
            ? (rise.writer() ? ReviewText.WRITER_GROWS : ReviewText.READERS_GROW).of(effect)
            : (rise.writer() ? ReviewText.WRITER_ROSE : ReviewText.READERS_ROSE).of(effect);
    Sentence evidence =
        since == null
            ? ReviewText.GROWTH_INTERVAL.of(
                ChangeAgenda.signed(rise.low()), ChangeAgenda.signed(rise.high()))
            : ReviewText.ROSE_SINCE.of(since.atZone(zone));
    return new AgendaItem(Kind.GROWTH, text, evidence, null);
  }

  private static AgendaItem fixSet(FixSet set) {
    return new AgendaItem(
        Kind.MONEY,
        released(set.fixes().size(), SizingTable.instances(set.option()), set.monthlySavingUsd()),
        ReviewText.CPU_THEN.of(FormattedNumbers.percent(set.option().p99Utilisation())),
        set.fixes().get(0).fingerprint());
  }

  private static Sentence released(int fixes, String then, @Nullable Double saving) {
    if (saving == null) {
      return fixes == 1 ? ReviewText.ONE_FIX.of(then) : ReviewText.FIXES.of(fixes, then);
    }
    return fixes == 1
        ? ReviewText.ONE_FIX_SAVING.of(then, FormattedNumbers.usd(saving))
        : ReviewText.FIXES_SAVING.of(fixes, then, FormattedNumbers.usd(saving));
  }

  private static Optional<AgendaItem> data(ClusterLoad load, Ranking ranking) {
    double coverage = load.coverage().share();
    if (coverage >= LOW_COVERAGE) {
      return Optional.empty();
    }
    return Optional.of(
        new AgendaItem(
            Kind.DATA,
            ReviewText.LITTLE_DATA.of(FormattedNumbers.percent(coverage)),
            ranking.warnings().isEmpty()
                ? ReviewText.COLLECT_AGAIN.of()
                : ranking.warnings().get(0),
            null));
  }
}
