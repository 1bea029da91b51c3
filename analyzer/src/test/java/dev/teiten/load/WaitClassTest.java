package dev.teiten.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The wait events of both engines by AWS's pages fall into the classes of their meaning. */
class WaitClassTest {
  @ParameterizedTest
  @CsvSource({
    "CPU, CPU",
    "io/table/sql/handler, TABLE_IO",
    "io/aurora_redo_log_flush, COMMIT",
    "synch/cond/innodb/row_lock_wait, ROW_LOCK",
    "synch/mutex/innodb/trx_sys_mutex, MUTEX",
    "io/socket/sql/client_connection, NETWORK"
  })
  void mysql(String event, WaitClass expected) {
    assertThat(new WaitEvent(event).waitClass()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "CPU, CPU",
    "IO:DataFileRead, TABLE_IO",
    "IO:DataFilePrefetch, TABLE_IO",
    "IO:BufFileWrite, TABLE_IO",
    "IO:XactSync, COMMIT",
    "IO:WALWrite, COMMIT",
    "IO:WALSync, COMMIT",
    "IPC:SyncRep, COMMIT",
    "LWLock:WALWrite, COMMIT",
    "Lock:transactionid, ROW_LOCK",
    "Lock:tuple, ROW_LOCK",
    "Lock:Relation, ROW_LOCK",
    "Lock:advisory, ROW_LOCK",
    "LWLock:buffer_content, MUTEX",
    "LWLock:lock_manager, MUTEX",
    "LWLock:SubtransSLRU, MUTEX",
    "BufferPin:BufferPin, MUTEX",
    "Timeout:SpinDelay, MUTEX",
    "Client:ClientRead, NETWORK",
    "Client:ClientWrite, NETWORK",
    "IPC:ExecuteGather, OTHER",
    "Timeout:PgSleep, OTHER"
  })
  void postgresql(String event, WaitClass expected) {
    assertThat(new WaitEvent(event).waitClass()).isEqualTo(expected);
  }
}
