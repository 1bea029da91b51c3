package dev.teiten.change.history;

import dev.teiten.load.ClusterLoad;
import dev.teiten.load.DigestLoad;
import dev.teiten.load.InstanceLoad;
import dev.teiten.load.StatementText;
import dev.teiten.load.WeekLoad;
import dev.teiten.normalize.NormalizedStatement;
import dev.teiten.normalize.scan.Dialect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Puts the digests of one query together. */
public final class QueryGroups {
  private QueryGroups() {}

  /**
   * The groups of every digest that the load names, now or in the past. A text that was cut joins
   * the whole statement that it is the beginning of, where exactly one is known.
   */
  public static List<QueryGroup> of(
      ClusterLoad load, Function<StatementText, NormalizedStatement> normalizer) {
    Map<String, NormalizedStatement> statements = new LinkedHashMap<>();
    Map<String, List<String>> digests = new LinkedHashMap<>();
    Map<String, NormalizedStatement> cut = new LinkedHashMap<>();
    for (String digest : digests(load)) {
      StatementText text = load.statements().get(digest);
      NormalizedStatement statement =
          text == null || text.text().isBlank() ? unread(digest) : normalizer.apply(text);
      statements.putIfAbsent(statement.id(), statement);
      digests.computeIfAbsent(statement.id(), id -> new ArrayList<>()).add(digest);
      if (text != null && statement.truncated()) {
        cut.putIfAbsent(statement.id(), statement);
      }
    }
    if (!cut.isEmpty()) {
      Dialect dialect = Dialect.of(load.cluster().engine());
      join(cut, new WholeStatements(dialect, statements.values()), digests);
    }
    List<QueryGroup> groups = new ArrayList<>();
    digests.forEach((id, members) -> groups.add(group(statements, id, members)));
    return groups;
  }

  private static void join(
      Map<String, NormalizedStatement> cut,
      WholeStatements whole,
      Map<String, List<String>> digests) {
    cut.forEach(
        (id, statement) -> {
          Optional<String> found = whole.of(statement);
          List<String> members = digests.get(found.orElse(id));
          List<String> own = digests.get(id);
          if (found.isPresent() && members != null && own != null) {
            members.addAll(own);
            digests.remove(id);
          }
        });
  }

  private static QueryGroup group(
      Map<String, NormalizedStatement> statements, String id, List<String> members) {
    NormalizedStatement statement = statements.get(id);
    return new QueryGroup(statement == null ? unread(id) : statement, members);
  }

  private static Set<String> digests(ClusterLoad load) {
    Set<String> digests = new TreeSet<>();
    for (InstanceLoad instance : load.instances()) {
      digests.addAll(instance.digests().keySet());
      instance.hours().forEach(hour -> digests.add(hour.digest()));
    }
    for (WeekLoad week : load.history()) {
      for (DigestLoad day : week.days()) {
        digests.add(day.digest());
      }
    }
    return digests;
  }

  /** A digest whose text the source kept to itself stands alone: nothing says what it is. */
  private static NormalizedStatement unread(String digest) {
    String id = "digest-" + digest;
    return new NormalizedStatement(id, "", "", List.of(), false, true, Map.of(), id, List.of());
  }
}
