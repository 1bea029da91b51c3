package dev.teiten.cli;

import dev.teiten.archive.StatusFile;
import dev.teiten.review.JsonDocuments;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The file {@code status/collect.json} of an archive, by which a monitor sees whether {@code
 * collect --every} is alive and its last round succeeded.
 */
final class CollectStatus {
  private final StatusFile file;
  private final Instant startedAt;
  private @Nullable Instant roundStartedAt;
  private @Nullable Instant roundEndedAt;
  private int exitStatus;
  private List<String> messages = List.of();

  /** The work of the command. */
  enum CollectState {
    COLLECTING,
    WAITING,
    ENDED
  }

  /**
   * @param archive the archive's folder
   */
  CollectStatus(Path archive, Instant startedAt) {
    this.file = new StatusFile(archive, "collect.json");
    this.startedAt = startedAt;
  }

  /** The exit status of the last round. */
  synchronized int exitStatus() {
    return exitStatus;
  }

  synchronized void begin(Instant now) {
    roundStartedAt = now;
    write(CollectState.COLLECTING, null);
  }

  /**
   * @param status the exit status of the round
   * @param summary lines about the round
   * @param nextRoundAt null if there is none
   */
  synchronized void end(
      Instant now, int status, List<String> summary, @Nullable Instant nextRoundAt) {
    roundEndedAt = now;
    exitStatus = status;
    messages = List.copyOf(summary);
    write(nextRoundAt == null ? CollectState.ENDED : CollectState.WAITING, nextRoundAt);
  }

  /** The command ends. */
  synchronized void ended() {
    write(CollectState.ENDED, null);
  }

  private void write(CollectState state, @Nullable Instant nextRoundAt) {
    Map<String, @Nullable Object> status = new LinkedHashMap<>();
    status.put("state", state.name());
    status.put("pid", ProcessHandle.current().pid());
    status.put("startedAt", startedAt.toString());
    status.put("roundStartedAt", text(roundStartedAt));
    status.put("roundEndedAt", text(roundEndedAt));
    status.put("nextRoundAt", text(nextRoundAt));
    status.put("exitStatus", roundEndedAt == null ? null : exitStatus);
    status.put("messages", messages);
    file.write(JsonDocuments.write(status) + "\n");
  }

  private static @Nullable String text(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }
}
