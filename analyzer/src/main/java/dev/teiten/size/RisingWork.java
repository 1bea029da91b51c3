package dev.teiten.size;

import dev.teiten.change.QueryChange;
import dev.teiten.load.ReviewWeek;
import dev.teiten.load.Sentence;
import dev.teiten.normalize.ShortStatement;
import dev.teiten.rank.Contributor;
import dev.teiten.size.SizingDetails.WorkRise;
import dev.teiten.size.demand.LevelOutlook;
import dev.teiten.size.demand.ModelAssumption;
import dev.teiten.size.demand.SizingAssumptions;
import dev.teiten.size.predict.ClusterDemand;
import dev.teiten.size.predict.PredictionBasis;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The rises of work that nobody has explained: new or increased queries of the reviewed week, and a
 * rise or growth of all work. Nobody knows where they will end, so they stop a reduction.
 */
final class RisingWork {
  /** Standard errors on each side of a 90 % interval. */
  private static final double DEVIATIONS = 1.645;

  private final List<Contributor> queries;
  private final PredictionBasis basis;
  private final SizingAssumptions assumptions;
  private final ReviewWeek week;

  RisingWork(SizingData data, PredictionBasis basis, SizingAssumptions assumptions) {
    this.queries = data.ranking().contributors();
    this.week = data.load().week();
    this.basis = basis;
    this.assumptions = assumptions;
  }

  /** Every rise that stops a reduction; a query that a fix is assumed for is explained. */
  List<Sentence> doubts(ClusterDemand demand) {
    List<Sentence> doubts = new ArrayList<>(sentences());
    for (Contributor query : queries) {
      boolean fixed =
          query.sourceDigests().stream().anyMatch(digest -> demand.shareLeft(digest) < 1);
      Sentence rise = fixed ? null : rise(query);
      if (rise != null) {
        doubts.add(rise);
      }
    }
    return doubts;
  }

  /** The rises of all work in words. */
  List<Sentence> sentences() {
    return ofAllWork().stream().map(this::sentence).toList();
  }

  private Sentence sentence(WorkRise rise) {
    Sentence role = (rise.writer() ? SizingText.WRITER_WORK : SizingText.READERS_WORK).of();
    Double low = rise.low();
    Double high = rise.high();
    if (low != null && high != null) {
      return SizingText.WORK_GROWS.of(role, 100 * rise.effect(), 100 * low, 100 * high);
    }
    Instant since = Objects.requireNonNullElse(rise.since(), week.range().from());
    return SizingText.WORK_ROSE.of(role, 100 * rise.effect(), since.atZone(week.zone()));
  }

  /** Rises and growth of all work, whatever the query. */
  List<WorkRise> ofAllWork() {
    List<WorkRise> rises = new ArrayList<>();
    add(true, basis.outlook().writer(), rises);
    add(false, basis.outlook().readers(), rises);
    return rises;
  }

  private void add(boolean writer, LevelOutlook outlook, List<WorkRise> rises) {
    if (outlook.rises()) {
      rises.add(new WorkRise(writer, since(outlook), Math.expm1(outlook.rise()), null, null));
    }
    if (outlook.grows()) {
      rises.add(
          new WorkRise(
              writer,
              null,
              outlook.aWeek(0),
              outlook.aWeek(-DEVIATIONS),
              outlook.aWeek(DEVIATIONS)));
    }
  }

  private Instant since(LevelOutlook outlook) {
    return basis.history().get(0).week().range().from().plus(outlook.hours(), ChronoUnit.HOURS);
  }

  private @Nullable Sentence rise(Contributor query) {
    QueryChange change = query.change();
    Double effect = change.effect();
    double part =
        switch (change.kind()) {
          case NEW -> 1;
          case REGRESSED, TRAFFIC_UP -> effect == null ? 1 : Math.max(0, effect / (1 + effect));
          default -> 0;
        };
    Double ofPeak = query.peakShare();
    double added = part * (ofPeak == null ? query.share() : ofPeak);
    if (part == 0 || added <= assumptions.get(ModelAssumption.RISE_SHARE)) {
      return null;
    }
    SizingText text =
        switch (change.kind()) {
          case NEW -> SizingText.NEW_QUERY;
          case REGRESSED -> SizingText.DEARER_QUERY;
          default -> SizingText.MORE_CALLS;
        };
    return text.of(ShortStatement.name(query.statement()), 100 * added);
  }
}
