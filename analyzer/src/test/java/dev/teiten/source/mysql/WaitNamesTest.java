package dev.teiten.source.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.load.WaitClass;
import dev.teiten.load.WaitEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaitNamesTest {

  @ParameterizedTest
  @CsvSource({
    "Waiting for table metadata lock, ROW_LOCK",
    "Waiting for schema metadata lock, ROW_LOCK",
    "Waiting for stored function metadata lock, ROW_LOCK",
    "Waiting for global read lock, ROW_LOCK",
    "Waiting for backup lock, ROW_LOCK",
    "Waiting for table level lock, ROW_LOCK",
    "User lock, ROW_LOCK",
    "waiting for handler commit, COMMIT",
    "Sending to client, NETWORK",
    "User sleep, MUTEX",
    "executing, CPU",
    "Waiting for semi-sync ACK from replica, COMMIT",
    "Waiting for GTID to be committed, COMMIT",
    "Waiting on empty queue, OTHER",
    "Waiting for the slave SQL thread to advance position, OTHER",
    "'', CPU"
  })
  void theStateTellsWhatNoInstrumentSees(String state, WaitClass expected) {
    assertThat(WaitNames.of(false, null, state).waitClass()).isEqualTo(expected);
  }

  @Test
  void theInstrumentWinsOverTheStateAndTheLockOverBoth() {
    assertThat(WaitNames.of(false, "wait/io/table/sql/handler", "executing"))
        .isEqualTo(new WaitEvent("io/table/sql/handler"));
    assertThat(WaitNames.of(true, "wait/io/table/sql/handler", "updating").waitClass())
        .isEqualTo(WaitClass.ROW_LOCK);
    assertThat(WaitNames.of(false, "idle", null)).isEqualTo(WaitEvent.CPU);
  }
}
