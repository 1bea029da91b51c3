package dev.teiten.collect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.archive.Archive;
import dev.teiten.fixtures.endpoint.wire.EndpointFaults;
import dev.teiten.load.TimeRange;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C ends a collect that waits for slow answers. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "it sends SIGINT with kill")
@Tag("slow")
class CollectInterruptTest {
  private static final Instant NOW = Instant.now();
  private static final Instant TODAY = EmulatedAws.settled(NOW);
  private static final TimeRange WEEK = new TimeRange(TODAY.minus(Duration.ofDays(7)), TODAY);

  @TempDir Path folder;

  @Test
  void interruptedCollectSaysHowToGoOnAndTheNextDoes() throws Exception {
    EndpointFaults slow = EndpointFaults.NONE.slowedBy(Duration.ofSeconds(5));
    try (EmulatedAws aws = new EmulatedAws(EmulatedAws.wordy("billing", NOW), slow)) {
      Process process = CollectProcess.start(aws, folder, WEEK);
      while (process.isAlive() && !Files.exists(folder.resolve("inventory"))) {
        Thread.sleep(10);
      }
      long start = System.nanoTime();
      new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();

      // Answers take five seconds, so ending within four proves that the process does not wait for
      // them.
      assertThat(process.waitFor(4, TimeUnit.SECONDS)).isTrue();
      System.out.printf("ended after %d ms%n", (System.nanoTime() - start) / 1_000_000);
      assertThat(process.exitValue()).isEqualTo(130);
      assertThat(Files.readString(CollectProcess.log(folder)))
          .contains("run the same command again to go on");
    }
    try (EmulatedAws aws = new EmulatedAws(EmulatedAws.wordy("billing", NOW), EndpointFaults.NONE);
        Archive archive = EmulatedAws.archive(folder)) {
      assertThat(aws.collect(archive, WEEK).collectedDays()).isEqualTo(14);
    }
  }
}
