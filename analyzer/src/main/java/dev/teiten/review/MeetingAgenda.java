package dev.teiten.review;

import dev.teiten.load.ClusterLoad;
import dev.teiten.load.Sentence;
import dev.teiten.rank.Ranking;
import dev.teiten.review.AgendaItem.Kind;
import dev.teiten.size.SizingAdvice;
import dev.teiten.size.SizingAdvice.FixSet;
import dev.teiten.size.SizingAdvice.Option;
import dev.teiten.size.SizingAdvice.Verdict;
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
    List<AgendaItem> last = new ArrayList<>();
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
                  ? ReviewText.REDUCE.of(instances(recommended))
                  : ReviewText.REDUCE_SAVING.of(
                      instances(recommended), FormattedNumbers.usd(saving)),
              ReviewText.BUSIEST_CPU.of(FormattedNumbers.percent(recommended.p99Utilisation())),
              null));
    }
    return BestFixes.of(sizing).map(MeetingAgenda::fixSet);
  }

  private static AgendaItem fixSet(FixSet set) {
    return new AgendaItem(
        Kind.MONEY,
        released(set.fixes().size(), instances(set.option()), set.monthlySavingUsd()),
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

  private static String instances(Option option) {
    return SizingTable.instances(option.writerClass(), option.readerClass(), option.readers());
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
