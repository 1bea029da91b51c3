package dev.teiten.archive;

import dev.teiten.archive.NamedLives.NamedLife;
import dev.teiten.load.Instance;
import dev.teiten.load.MemberSpan;
import dev.teiten.load.MemberTimeline;
import dev.teiten.load.Role;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Instances that lived between two collects, which only events tell of. An event does not name the
 * cluster of its instance. So the cluster is the one that had an instance of that name, or of that
 * stem; readers of Aurora Auto Scaling belong to the clusters that have a scaling policy or were
 * seen with such readers, or else to any cluster with a reader.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Integrating.AutoScaling.html">
 *     Aurora Auto Scaling</a>
 */
final class UnseenMembers {
  private final Collection<SeenMember> seen;
  private final List<NamedLife> lives;
  private final Map<String, Set<String>> scaled;

  /**
   * @param lives of which no instance was ever seen
   * @param scaled identifiers of the clusters with a scaling policy, by region
   */
  private UnseenMembers(
      Collection<SeenMember> seen, List<NamedLife> lives, Map<String, Set<String>> scaled) {
    this.seen = seen;
    this.lives = lives;
    this.scaled = scaled;
  }

  /**
   * @param scaled identifiers of the clusters with a scaling policy, by region
   */
  static UnseenMembers of(
      Collection<SeenMember> seen, NamedLives lives, Map<String, Set<String>> scaled) {
    Set<NamedLife> known = new HashSet<>();
    for (SeenMember member : seen) {
      member.rows().forEach(row -> SeenMember.life(row, lives).ifPresent(known::add));
    }
    return new UnseenMembers(
        seen, lives.all().stream().filter(l -> l.isWhole() && !known.contains(l)).toList(), scaled);
  }

  /**
   * The unseen members of one cluster.
   *
   * @param cluster its key
   */
  List<MemberTimeline> of(String cluster) {
    return timelines(candidates -> candidates.equals(Set.of(cluster)));
  }

  /**
   * The unseen members of one cluster or of another.
   *
   * @param cluster its key
   */
  List<MemberTimeline> perhapsOf(String cluster) {
    return timelines(candidates -> candidates.size() > 1 && candidates.contains(cluster));
  }

  private List<MemberTimeline> timelines(Predicate<Set<String>> chosen) {
    List<MemberTimeline> timelines = new ArrayList<>();
    for (NamedLife life : lives) {
      Instance instance = instance(life);
      if (chosen.test(candidates(life, instance.isAutoscaled()))) {
        MemberSpan span = new MemberSpan(life.from(), life.to(), Role.READER, null);
        timelines.add(new MemberTimeline(instance, false, MemberTimeline.ALWAYS, List.of(span)));
      }
    }
    return timelines;
  }

  private static Instance instance(NamedLife life) {
    String id = "unseen:" + life.name() + "@" + life.from();
    return new Instance(id, life.name(), "", null, Role.READER, null, null, life.from());
  }

  private Set<String> candidates(NamedLife life, boolean autoscaled) {
    Predicate<SeenMember> there =
        member ->
            member.key().region().equals(life.region())
                && member.born().isBefore(life.to())
                && life.from().isBefore(member.died());
    if (autoscaled) {
      Set<String> own =
          clusters(member -> member.key().region().equals(life.region()) && isScaled(member));
      return own.isEmpty()
          ? clusters(there.and(member -> member.instance().role() == Role.READER))
          : own;
    }
    Set<String> named = clusters(there.and(member -> isLike(member, life.name(), false)));
    return named.isEmpty() ? clusters(there.and(m -> isLike(m, life.name(), true))) : named;
  }

  private boolean isScaled(SeenMember member) {
    Set<String> policies = scaled.getOrDefault(member.key().region(), Set.of());
    return member.instance().isAutoscaled()
        || member.rows().stream().anyMatch(row -> policies.contains(row.cluster()));
  }

  private Set<String> clusters(Predicate<SeenMember> condition) {
    return seen.stream().filter(condition).map(SeenMember::cluster).collect(Collectors.toSet());
  }

  private static boolean isLike(SeenMember member, String name, boolean byStem) {
    return member.rows().stream()
        .anyMatch(
            row ->
                byStem
                    ? stem(name).equals(stem(row.instance().name()))
                        || stem(name).equals(row.cluster())
                    : name.equals(row.instance().name()));
  }

  /** The name without its last part, such as a number. */
  private static String stem(String name) {
    return name.replaceFirst("[-_]?[^-_]*$", "");
  }
}
