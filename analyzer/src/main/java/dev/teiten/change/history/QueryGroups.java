package dev.teiten.change.history;

import dev.teiten.load.ClusterLoad;
import dev.teiten.load.DigestLoad;
import dev.teiten.load.InstanceLoad;
import dev.teiten.load.StatementText;
import dev.teiten.load.WeekLoad;
import dev.teiten.normalize.NormalizedStatement;
import dev.teiten.normalize.scan.Dialect;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Groups the digests of a cluster by query. */
public final class QueryGroups {
  private QueryGroups() {}

  /**
   * The groups of every digest in the load, history included. A truncated text joins the whole
   * statement that it begins, if exactly one such statement is known.
   */
  public static List<QueryGroup> of(
      ClusterLoad load, Function<StatementText, NormalizedStatement> normalizer) {
    Map<String, NormalizedStatement> statements = new LinkedHashMap<>();
    Map<String, List<String>> digests = new LinkedHashMap<>();
    Map<String, NormalizedStatement> truncated = new LinkedHashMap<>();
    Map<String, String> formerIds = new HashMap<>();
    for (String digest : digests(load)) {
      StatementText text = load.statements().get(digest);
      NormalizedStatement statement =
          text == null || text.text().isBlank() ? withoutText(digest) : normalizer.apply(text);
      statements.merge(statement.id(), statement, NormalizedStatement::withHintsOf);
      formerIds.put(digest, statement.formerId());
      digests.computeIfAbsent(statement.id(), id -> new ArrayList<>()).add(digest);
      if (text != null && statement.truncated()) {
        truncated.putIfAbsent(statement.id(), statement);
      }
    }
    if (!truncated.isEmpty()) {
      Dialect dialect = Dialect.of(load.cluster().engine());
      join(truncated, new WholeStatements(dialect, statements.values()), digests);
    }
    List<QueryGroup> groups = new ArrayList<>();
    digests.forEach((id, members) -> groups.add(group(statements, id, members, formerIds)));
    return groups;
  }

  private static void join(
      Map<String, NormalizedStatement> truncatedStatements,
      WholeStatements whole,
      Map<String, List<String>> digests) {
    truncatedStatements.forEach(
        (id, statement) -> {
          // A text that is only as long as a cut one may be has the id of the whole already.
          Optional<String> wholeId = whole.of(statement).filter(found -> !found.equals(id));
          List<String> members = digests.get(wholeId.orElse(id));
          List<String> truncated = digests.get(id);
          if (wholeId.isPresent() && members != null && truncated != null) {
            members.addAll(truncated);
            digests.remove(id);
          }
        });
  }

  private static QueryGroup group(
      Map<String, NormalizedStatement> statements,
      String id,
      List<String> members,
      Map<String, String> formerIds) {
    NormalizedStatement statement = statements.get(id);
    Set<String> former = new TreeSet<>();
    members.forEach(digest -> former.add(formerIds.getOrDefault(digest, id)));
    return new QueryGroup(statement == null ? withoutText(id) : statement, members, former);
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

  /** A digest without a text is a query of its own. */
  private static NormalizedStatement withoutText(String digest) {
    String id = "digest-" + digest;
    return new NormalizedStatement(id, "", "", List.of(), false, true, Map.of(), id, List.of());
  }
}
