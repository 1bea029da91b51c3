package dev.teiten.size;

import dev.teiten.load.ClusterLoad;
import dev.teiten.load.Instance;
import dev.teiten.load.InstanceLoad;
import dev.teiten.load.MemberTimeline;
import dev.teiten.load.TimeRange;
import dev.teiten.size.demand.ClusterMembers;
import dev.teiten.size.price.Price;
import java.util.BitSet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The readers of a cluster as they are billed: by the hours that each ran, collected or not.
 *
 * @param instanceHours in a month of 730 hours that is like the week
 * @param monthlyUsd list price; null if a class has no price
 */
record ReaderBill(double instanceHours, @Nullable Double monthlyUsd) {

  /**
   * The bill of a week. Aurora Auto Scaling adds readers of the writer's class, so a reader that
   * only events tell of counts as one.
   */
  static ReaderBill of(ClusterLoad load, ClusterMembers members, MonthlyCost cost) {
    TimeRange week = load.week().range();
    InstanceLoad writer = members.writer();
    String usual = writer == null ? null : writer.instance().instanceClass();
    double hours = 0;
    Double usd = 0.0;
    for (MemberTimeline member : load.timeline().members()) {
      BitSet reading = member.livingMinutes(week);
      reading.andNot(member.writingMinutes(week));
      double share = (double) reading.cardinality() / week.minutes();
      hours += share * Price.HOURS_PER_MONTH;
      if (share > 0) {
        String named = Objects.requireNonNullElse(member.instance().instanceClass(), usual);
        Double monthly =
            Instance.isServerless(named) ? units(member, load, cost) : usd(named, cost);
        usd = usd == null || monthly == null ? null : Double.valueOf(usd + share * monthly);
      }
    }
    return new ReaderBill(hours, usd);
  }

  private static @Nullable Double usd(@Nullable String instanceClass, MonthlyCost cost) {
    return instanceClass == null ? null : cost.monthlyUsd(instanceClass);
  }

  /** The bill of the units of Serverless v2; null if no collect saw them. */
  private static @Nullable Double units(MemberTimeline member, ClusterLoad load, MonthlyCost cost) {
    String id = member.instance().resourceId();
    return cost.monthlyUsd(
        load.instances().stream().filter(one -> one.instance().resourceId().equals(id)).toList());
  }
}
