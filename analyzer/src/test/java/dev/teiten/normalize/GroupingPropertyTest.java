package dev.teiten.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.normalize.key.Fingerprinter;
import dev.teiten.normalize.key.LiteralMask;
import dev.teiten.normalize.scan.Dialect;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Ten thousand mutations and more: what must stay in one group, and what must not. */
public class GroupingPropertyTest {
  private static final int ROUNDS = 150;
  private static final long SEED = 20261122;

  /** Literals stand between the marks; see {@link StatementMutations}. */
  public static final List<String> TEMPLATES =
      List.of(
          "select a, b from t where a = «» and b > «»",
          "select a from t where a in («in») or b not in («in»)",
          "select f(a, «,»), g(«») from t where a between «» and «»",
          "select a from t where (a, b) in («rows:(#, #)»)",
          "insert into t (a, b) values «rows:(#, #)»",
          "insert into t (a, b, c) values «rows:(1, lower('x'), 2)»",
          "insert into t (a) values «rows:(#)»",
          "insert into t (a, b) select a, «» from u where c <= «»",
          "update t set a = «», b = b + «» where c = «» and d is not null",
          "delete from t where a < «» and b is null",
          "select x.a, y.b from t x join u y on x.a = y.a left join v on v.b = y.b where x.c = «»",
          "select count(*) from t where a like «» group by b having count(*) > «» order by b desc, c",
          "select a from t order by a asc limit «»",
          "select a from t where exists (select «» from u where u.a = t.a and u.b <> «»)",
          "with q as (select a from t where b = «») select q.a from q where q.a in («in»)",
          "select case when a = «» then «» else «» end from t union all select b from u",
          "select a from t where (a = «» or b = «») and not (c >= «» and d != «»)",
          "select max(a) - «» from t where b = a - «» and c = a + «»");

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void literalsListsRowsSpacesCaseAndCommentsKeepTheGroup(Dialect dialect) {
    StatementMutations mutations = new StatementMutations(dialect, SEED);
    int checked = 0;
    for (String template : TEMPLATES) {
      String first = mutations.same(template);
      String id = Fingerprinter.of(first, dialect).id();
      for (int round = 0; round < 2 * ROUNDS; round++) {
        String mutated = mutations.same(template);
        assertThat(Fingerprinter.of(mutated, dialect).id())
            .as("%s%nand%n%s", first, mutated)
            .isEqualTo(id);
        checked++;
      }
    }
    assertThat(checked).isGreaterThanOrEqualTo(5_000);
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void theMaskKeepsTheGroupToo(Dialect dialect) {
    StatementMutations mutations = new StatementMutations(dialect, SEED + 1);
    for (String template : TEMPLATES) {
      for (int round = 0; round < ROUNDS; round++) {
        String statement = mutations.same(template);
        String masked = LiteralMask.mask(statement, dialect);
        assertThat(Fingerprinter.of(masked, dialect).id())
            .as(statement)
            .isEqualTo(Fingerprinter.of(statement, dialect).id());
      }
    }
  }

  /** Every structural change to a template, applied wherever it fits, makes another group. */
  @ParameterizedTest
  @EnumSource(Dialect.class)
  void structuralChangesChangeTheGroup(Dialect dialect) {
    StatementMutations mutations = new StatementMutations(dialect, SEED + 2);
    Map<String, String> templateOf = new HashMap<>();
    int checked = 0;
    for (String template : TEMPLATES) {
      List<String> all = new ArrayList<>(StructuralChanges.of(template));
      all.add(template);
      for (String changed : all) {
        for (int round = 0; round < 20; round++) {
          String statement = mutations.same(changed);
          String id = Fingerprinter.of(statement, dialect).id();
          String before = templateOf.putIfAbsent(id, changed);
          assertThat(before == null || before.equals(changed))
              .as("%s%nand%n%s%nfall together", changed, before)
              .isTrue();
          checked++;
        }
      }
    }
    assertThat(checked).isGreaterThanOrEqualTo(5_000);
  }
}
