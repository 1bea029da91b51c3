package dev.teiten.review;

import dev.teiten.archive.ClusterLoad;
import dev.teiten.rank.Change;
import dev.teiten.rank.Contributor;
import dev.teiten.rank.Ranking;
import dev.teiten.review.AgendaItem.Kind;
import dev.teiten.size.SizingAdvice;
import dev.teiten.size.SizingAdvice.FixSet;
import dev.teiten.size.SizingAdvice.Option;
import dev.teiten.size.SizingAdvice.Verdict;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes the agenda of a meeting from numbers: nothing gets on it by intuition. */
final class Agenda {
  /** More than a meeting of ten minutes gets through. */
  private static final int MOST_ITEMS = 7;

  private static final double LOW_COVERAGE = 0.95;
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH);

  private static final Map<Change.Kind, Kind> KINDS =
      Map.of(
          Change.Kind.NEW, Kind.NEW,
          Change.Kind.REGRESSED, Kind.REGRESSED,
          Change.Kind.TRAFFIC_UP, Kind.TRAFFIC,
          Change.Kind.VICTIM, Kind.VICTIM);

  private Agenda() {}

  static List<AgendaItem> of(ClusterLoad load, Ranking ranking, SizingAdvice sizing) {
    List<AgendaItem> last = new ArrayList<>();
    money(sizing).ifPresent(last::add);
    data(load, ranking).ifPresent(last::add);
    List<AgendaItem> items =
        new ArrayList<>(
            ranking.contributors().stream()
                .filter(c -> KINDS.containsKey(c.change().kind()))
                .sorted(
                    Comparator.<Contributor, Kind>comparing(c -> KINDS.get(c.change().kind()))
                        .thenComparing(Comparator.comparing(Contributor::loadAas).reversed()))
                .map(contributor -> change(contributor, ranking.week().zone()))
                .limit(MOST_ITEMS - last.size())
                .toList());
    items.addAll(last);
    items.sort(Comparator.comparing(AgendaItem::kind));
    return items;
  }

  private static AgendaItem change(Contributor contributor, ZoneId zone) {
    Change change = contributor.change();
    Kind kind = KINDS.get(change.kind());
    String what =
        switch (change.kind()) {
          case NEW -> Numbers.decimal(contributor.loadAas(), 1) + " AAS";
          case REGRESSED -> signed(change.effect()) + " work a call";
          case TRAFFIC_UP -> signed(change.effect()) + " calls";
          default -> "waits for " + (change.cause() == null ? "others" : change.cause());
        };
    Instant since = change.since();
    String start = since == null ? "" : " since " + WHEN.format(since.atZone(zone));
    String before =
        change.loadAasBefore() == null
            ? ""
            : " (before: " + Numbers.decimal(change.loadAasBefore(), 2) + ")";
    return new AgendaItem(
        kind == null ? Kind.DATA : kind,
        RankingTable.shorten(contributor.statement()) + ": " + what,
        Numbers.decimal(contributor.loadAas(), 2) + " AAS this week" + before + start,
        contributor.fingerprint());
  }

  private static String signed(@Nullable Double effect) {
    return effect == null ? "more" : String.format(Locale.ROOT, "%+.0f %%", 100 * effect);
  }

  private static Optional<AgendaItem> money(SizingAdvice sizing) {
    Option recommended = sizing.recommended();
    if (sizing.verdict() == Verdict.REDUCE && recommended != null) {
      return Optional.of(
          new AgendaItem(
              Kind.MONEY,
              "Safe as it is: "
                  + SizingTable.instances(
                      recommended.writerClass(), recommended.readerClass(), recommended.readers())
                  + saving(recommended.monthlySavingUsd()),
              "p99 CPU "
                  + Numbers.percent(recommended.p99Utilisation())
                  + " of the busiest instance",
              null));
    }
    return BestFixes.of(sizing).map(Agenda::fixSet);
  }

  private static AgendaItem fixSet(FixSet set) {
    Option option = set.option();
    String fixes = set.fixes().size() == 1 ? "One fix" : set.fixes().size() + " fixes";
    return new AgendaItem(
        Kind.MONEY,
        fixes
            + " → "
            + SizingTable.instances(option.writerClass(), option.readerClass(), option.readers())
            + saving(set.monthlySavingUsd()),
        "p99 CPU would be " + Numbers.percent(option.p99Utilisation()),
        set.fixes().get(0).fingerprint());
  }

  private static String saving(@Nullable Double usd) {
    return usd == null ? "" : ", " + Numbers.usd(usd) + " a month";
  }

  private static Optional<AgendaItem> data(ClusterLoad load, Ranking ranking) {
    double coverage = load.coverage().share();
    if (coverage >= LOW_COVERAGE) {
      return Optional.empty();
    }
    return Optional.of(
        new AgendaItem(
            Kind.DATA,
            "Only " + Numbers.percent(coverage) + " of the week has data",
            ranking.warnings().isEmpty()
                ? "Run `teiten collect` again."
                : ranking.warnings().get(0),
            null));
  }
}
