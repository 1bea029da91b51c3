package dev.teiten.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.source.EventMeaning.EventKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The messages of RDS in the wordings of its documentation, old and new. */
class EventMeaningTest {
  @ParameterizedTest
  @CsvSource({
    "DB instance created,CREATED",
    "DB instance created.,CREATED",
    "DB cluster created.,CREATED",
    "DB instance deleted,DELETED",
    "The DB instance has been deleted.,DELETED",
    "DB cluster stopped.,STOPPED",
    "The DB instance has been stopped.,STOPPED",
    "DB cluster started,STARTED",
    "The DB instance restarted.,RESTARTED",
    "DB instance restarted,RESTARTED",
    "Finished applying modification to DB instance class,CLASS_CHANGED"
  })
  void messagesHaveAMeaning(String message, EventKind kind) {
    assertThat(EventMeaning.of(message)).contains(new EventMeaning(kind, null, null));
  }

  @Test
  void namesAreRead() {
    assertThat(EventMeaning.of("Completed failover to DB instance: main-2"))
        .contains(new EventMeaning(EventKind.FAILED_OVER, "main-2", null));
    assertThat(EventMeaning.of("Completed failover to DB instance: main-2."))
        .contains(new EventMeaning(EventKind.FAILED_OVER, "main-2", null));
    assertThat(EventMeaning.of("Promoting previous primary again: main-1."))
        .contains(new EventMeaning(EventKind.FAILED_OVER, "main-1", null));
    assertThat(EventMeaning.of("Renamed DB cluster from main to main-old1."))
        .contains(new EventMeaning(EventKind.RENAMED, "main-old1", "main"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "DB instance shutdown",
        "DB cluster stop failed.",
        "DB cluster is being started due to it exceeding the maximum allowed time being stopped.",
        "Started cross AZ failover to DB instance: main-2",
        "Backing up DB instance",
        "Applying modification to database instance class"
      })
  void otherMessagesHaveNone(String message) {
    assertThat(EventMeaning.of(message)).isEmpty();
  }
}
