package dev.teiten.collect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.teiten.archive.StatusFile;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The result of the last collect into an archive, whoever ran it: {@code status/collected.json}.
 *
 * @param endedAt the end of the last collect; null if none is known
 * @param lastSuccessAt the end of the last collect with exit status 0; null if none is known
 * @param failedParts days and texts that the last collect could not fetch, and places that did not
 *     answer
 * @param requests requests to the sources of all collects so far
 */
public record CollectHealth(
    @Nullable Instant endedAt, @Nullable Instant lastSuccessAt, long failedParts, long requests) {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String FILE = "collected.json";

  /** Nothing is known. */
  public static final CollectHealth UNKNOWN = new CollectHealth(null, null, 0, 0);

  /**
   * The health of an archive; {@link #UNKNOWN} if its file is missing or damaged.
   *
   * @param root the archive's folder
   */
  public static CollectHealth of(Path root) {
    try {
      JsonNode json = MAPPER.readTree(new StatusFile(root, FILE).read());
      return new CollectHealth(
          instant(json.path("endedAt")),
          instant(json.path("lastSuccessAt")),
          json.path("failedParts").asLong(),
          json.path("requests").asLong());
    } catch (JsonProcessingException | DateTimeException e) {
      return UNKNOWN;
    }
  }

  /** The health after another collect. */
  public CollectHealth after(FleetCollectReport report, boolean succeeded, Instant now) {
    return new CollectHealth(
        now,
        succeeded ? now : lastSuccessAt,
        report.failures().size() + report.failed().size(),
        requests + report.sum(CollectReport::requests));
  }

  /** The health after a collect that no place answered. */
  public CollectHealth afterNothing(Instant now) {
    return new CollectHealth(now, lastSuccessAt, 1, requests);
  }

  /** Whether the last collect failed, in part or as a whole. */
  public boolean isFailing() {
    return failedParts > 0 || endedAt != null && !endedAt.equals(lastSuccessAt);
  }

  /**
   * Writes the file.
   *
   * @param root the archive's folder
   */
  public void keep(Path root) {
    String json =
        MAPPER
            .createObjectNode()
            .put("endedAt", text(endedAt))
            .put("lastSuccessAt", text(lastSuccessAt))
            .put("failedParts", failedParts)
            .put("requests", requests)
            .toPrettyString();
    new StatusFile(root, FILE).write(json + "\n");
  }

  private static @Nullable Instant instant(JsonNode value) {
    return value.isTextual() ? Instant.parse(value.asText()) : null;
  }

  private static @Nullable String text(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }
}
