package dev.teiten.size;

import dev.teiten.cpu.CpuWork;
import dev.teiten.load.ClusterLoad;
import dev.teiten.load.InstanceLoad;
import dev.teiten.load.Sentence;
import dev.teiten.rank.Ranking;
import dev.teiten.size.SizingAdvice.Autoscaling;
import dev.teiten.size.SizingAdvice.Current;
import dev.teiten.size.SizingAdvice.Option;
import dev.teiten.size.demand.ClusterMembers;
import dev.teiten.size.demand.MinuteStatistics;
import dev.teiten.size.demand.ReaderRange;
import dev.teiten.size.guard.CounterExtremes;
import dev.teiten.size.price.PriceBook;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The data of one cluster and week that do not depend on any assumption.
 *
 * @param undecidedReasons why no verdict can be given; empty if one can
 */
public record SizingData(
    ClusterLoad load,
    Ranking ranking,
    ClusterMembers members,
    CounterExtremes extremes,
    List<Sentence> undecidedReasons,
    MonthlyCost cost) {

  public SizingData {
    undecidedReasons = List.copyOf(undecidedReasons);
  }

  static SizingData of(ClusterLoad load, Ranking ranking, CpuWork work, PriceBook prices) {
    ClusterMembers members = ClusterMembers.of(load);
    return new SizingData(
        load,
        ranking,
        members,
        CounterExtremes.of(members),
        UndecidedReasons.of(load, ranking, work, members),
        new MonthlyCost(prices, load.cluster(), members));
  }

  /**
   * The capacity of today; null if the week shows no writer.
   *
   * @param latencyStretch at the peak; null if it is not known or has no number
   * @param option the same capacity as an option; null if nothing can be predicted
   */
  @Nullable Current current(@Nullable Double latencyStretch, @Nullable Option option) {
    InstanceLoad writer = members.writer();
    if (writer == null) {
      return null;
    }
    List<InstanceLoad> readers = members.readers();
    return new Current(
        writer.instance().instanceClass(),
        readers.isEmpty() ? null : readers.get(0).instance().instanceClass(),
        readers.size(),
        monthlyUsd(),
        cost.acuToday(),
        MinuteStatistics.finiteOrNull(members.p99Utilisation()),
        latencyStretch,
        option,
        autoscaling(option));
  }

  /** The list price of the instances that exist, and of scaled readers for the hours that ran. */
  @Nullable Double monthlyUsd() {
    InstanceLoad writer = members.writer();
    if (writer == null || members.scaling() == null) {
      return cost.monthlyUsd(members.lasting());
    }
    Double ofWriter = cost.monthlyUsd(List.of(writer));
    Double ofReaders = ReaderBill.of(load, members, cost).monthlyUsd();
    return ofWriter == null || ofReaders == null ? null : Double.valueOf(ofWriter + ofReaders);
  }

  private @Nullable Autoscaling autoscaling(@Nullable Option option) {
    ReaderRange range = members.scaling();
    if (range == null) {
      return null;
    }
    Autoscaling predicted = option == null ? null : option.autoscaling();
    Double target = predicted == null ? range.target() : predicted.targetUtilisation();
    ReaderBill bill = ReaderBill.of(load, members, cost);
    return new Autoscaling(
        range.least(), range.most(), target, bill.instanceHours(), bill.monthlyUsd());
  }
}
