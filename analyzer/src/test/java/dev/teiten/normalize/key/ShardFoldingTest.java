package dev.teiten.normalize.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.teiten.normalize.scan.Dialect;
import org.junit.jupiter.api.Test;

class ShardFoldingTest {
  private final Fingerprinter plain = new Fingerprinter(Dialect.MYSQL, ShardFolding.OFF);
  private final Fingerprinter sharded = new Fingerprinter(Dialect.MYSQL, new ShardFolding(2));

  @Test
  void shardsOfATableAreOneTableWhereAskedFor() {
    Fingerprint one = sharded.fingerprint("select a_01 from logs_0042 where b = 1", false);
    Fingerprint two = sharded.fingerprint("select a_01 from `logs_07` where b = 2", false);

    assertThat(one.text()).isEqualTo("select a_01 from logs_? where b = ?");
    assertThat(one.tables()).containsExactly("logs_?");
    assertThat(two.id()).isEqualTo(one.id());
    assertThat(sharded.fingerprint(one.text(), false).id()).isEqualTo(one.id());
  }

  @Test
  void columnsAndShortNumbersAreKept() {
    assertThat(sharded.fingerprint("select a_01 from logs_2", false).text())
        .isEqualTo("select a_01 from logs_2");
  }

  @Test
  void tablesDifferUnlessAskedFor() {
    assertThat(plain.fingerprint("select a from logs_01", false).id())
        .isNotEqualTo(plain.fingerprint("select a from logs_02", false).id());
  }

  @Test
  void oneDigitIsNoShard() {
    assertThatThrownBy(() -> new ShardFolding(1)).isInstanceOf(IllegalArgumentException.class);
  }
}
