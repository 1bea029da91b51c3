package dev.teiten.archive;

import dev.teiten.archive.files.ArchiveFiles;
import dev.teiten.archive.files.InstanceFiles;
import dev.teiten.archive.files.Inventory;
import dev.teiten.archive.files.StatementTable;
import dev.teiten.load.Cluster;
import dev.teiten.load.ContentHash;
import dev.teiten.load.Instance;
import dev.teiten.load.MemberSpan;
import dev.teiten.load.MemberTimeline;
import dev.teiten.load.ReviewWeek;
import dev.teiten.load.StatementText;
import dev.teiten.load.TimeRange;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Identifies all that {@link Archive#load} reads of a cluster and week, without reading it. Two
 * equal identities give equal loads.
 */
public final class WeekInputs {
  private final Function<String, NamedCluster> clusters;
  private final ArchiveFiles files;
  private final InstanceFiles days;
  private final Inventory inventory;
  private final RegionFacts regions;
  private final StatementTable statements;

  WeekInputs(
      Function<String, NamedCluster> clusters,
      ArchiveFiles files,
      InstanceFiles days,
      Inventory inventory,
      RegionFacts regions,
      StatementTable statements) {
    this.clusters = clusters;
    this.files = files;
    this.days = days;
    this.inventory = inventory;
    this.regions = regions;
    this.statements = statements;
  }

  /**
   * A hash of the days, the members and the region's facts; statements are left out.
   *
   * @param cluster its name
   * @param back how many weeks before the week are read
   * @throws dev.teiten.archive.files.ArchiveException if the archive has no such cluster
   */
  public String loads(String cluster, ReviewWeek week, int back) {
    NamedCluster named = clusters.apply(cluster);
    TimeRange range = new TimeRange(week.plus(-back).range().from(), week.range().to());
    Cluster members = named.over(range);
    StringBuilder text = new StringBuilder();
    line(text, List.of(week, week.zone(), range, back));
    line(text, members);
    line(text, named.lastWithin(week.range()));
    line(text, inventory.changes(named.instances(), week.range()));
    line(text, regions.identity(named.over(week.range()), week.range().to()));
    members(text, named.timeline().members(), range);
    line(text, "perhaps");
    members(text, named.timeline().unassigned(), range);
    for (Instance instance : members.instances()) {
      days.identities(members.region(), instance, range).forEach(file -> line(text, file));
    }
    return ContentHash.of(Stream.of(text.toString()));
  }

  /** The lives of the members within the range, without what became of them later. */
  private static void members(StringBuilder text, List<MemberTimeline> members, TimeRange range) {
    for (MemberTimeline member : members) {
      List<List<Object>> spans =
          member.spans().stream()
              .filter(span -> new TimeRange(span.from(), span.to()).overlaps(range))
              .map(span -> clipped(span, range))
              .toList();
      if (!spans.isEmpty()) {
        line(text, List.of(member.instance().withRole(null), member.sighted()));
        line(text, List.of(member.membership().intersection(range), spans));
      }
    }
  }

  private static List<Object> clipped(MemberSpan span, TimeRange range) {
    return List.of(
        new TimeRange(span.from(), span.to()).intersection(range),
        String.valueOf(span.role()),
        String.valueOf(span.instanceClass()));
  }

  private static void line(StringBuilder text, Object value) {
    text.append(value).append('\n');
  }

  /** A number that changes whenever a load or a statement may have changed. */
  public int version(String cluster, ReviewWeek week, int back) {
    return List.of(loads(cluster, week, back), statementParts()).hashCode();
  }

  /** A hash that stays while no statement of any cluster has been added. */
  public String statementParts() {
    return ContentHash.of(
        files.parts(StatementTable.NAME).stream().map(part -> part.getFileName().toString()));
  }

  /** A hash of the texts of digests, with those that have none. */
  public String texts(Collection<String> digests) {
    Map<String, StatementText> texts = statements.statements();
    return ContentHash.of(
        new TreeSet<>(digests).stream().map(digest -> digest + " " + texts.get(digest)));
  }
}
