package dev.teiten.collect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.load.TeitenException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CollectHealthTest {
  private static final Instant MONDAY = Instant.parse("2026-11-16T01:00:00Z");
  private static final Instant TUESDAY = Instant.parse("2026-11-17T01:00:00Z");

  @TempDir Path folder;

  private static FleetCollectReport report(Map<String, TeitenException> failed) {
    CollectReport report = new CollectReport(2, 14, 0, 3, 400, List.of(), List.of(), false);
    return new FleetCollectReport(Map.of("us-east-1", report), failed);
  }

  @Test
  void failureKeepsTheLastSuccessAndRequestsAddUp() {
    assertThat(CollectHealth.of(folder)).isEqualTo(CollectHealth.UNKNOWN);
    CollectHealth.UNKNOWN.after(report(Map.of()), true, MONDAY).keep(folder);
    FleetCollectReport partial = report(Map.of("eu-west-1", new TeitenException("no", "hint")));
    CollectHealth.of(folder).after(partial, false, TUESDAY).keep(folder);

    assertThat(CollectHealth.of(folder)).isEqualTo(new CollectHealth(TUESDAY, MONDAY, 1, 800));
  }

  @Test
  void damagedFileCountsAsMissing() throws IOException {
    CollectHealth.UNKNOWN.after(report(Map.of()), true, MONDAY).keep(folder);
    Path file = folder.resolve("status").resolve("collected.json");
    for (String text : List.of("", "{\"endedAt\"", "{\"endedAt\": \"yesterday\"}", "[]")) {
      Files.writeString(file, text);
      assertThat(CollectHealth.of(folder)).isEqualTo(CollectHealth.UNKNOWN);
    }
  }
}
