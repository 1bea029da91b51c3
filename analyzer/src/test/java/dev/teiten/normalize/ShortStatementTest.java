package dev.teiten.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortStatementTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "select l.id, l.kind, l.message, l.created_at from likes l where l.id = ?"
            + "|select … from likes l where l.id = ?",
        "SELECT `l` . `id` , `l` . `from_id` , `l` . `at` FROM `likes` `l`"
            + "|SELECT … FROM `likes` `l`",
        // Short lists say something.
        "select count(*) from likes|select count(*) from likes",
        // A FROM within a call or a nested query ends no list of the query around it.
        "select extract(year from at), trim(both ? from name) from users|select … from users",
        "select id, (select max(at) from visits v where v.id = u.id) as last from users u"
            + "|select … from users u",
        "select id from (select m.id as id, if(m.a = ?, m.b, m.c) as other from matches m) t"
            + "|select id from (select … from matches m) t",
        "select a.id, a.name, a.email, a.age from a union all select b.id, b.name, b.email, b.age from b"
            + "|select … from a union all select … from b",
        // Nothing to leave out, or cut before it ends.
        "update wallets set points = points - ? where id = ?"
            + "|update wallets set points = points - ? where id = ?",
        "select l.id, l.from_user_id, l.kind, l.mess …"
            + "|select l.id, l.from_user_id, l.kind, l.mess …",
        "delete from likes where id in (?+)|delete from likes where id in (?+)",
      })
  void leavesOutLongListsOfColumns(String statement, String brief) {
    assertThat(ShortStatement.of(statement)).isEqualTo(brief);
  }

  @Test
  void bearsAnyText() {
    assertThat(ShortStatement.of("")).isEmpty();
    assertThat(ShortStatement.of(")) from 'select")).isEqualTo(")) from 'select");
    String deep = "(".repeat(100_000) + ")".repeat(100_000);
    assertThat(ShortStatement.of(deep)).isEqualTo(deep);
  }
}
