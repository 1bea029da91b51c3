package dev.teiten.archive.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A power cut loses no file that a call has written: file and names are on disk before it returns.
 */
class DurableFilesTest {
  private static final String FORCED = "jdk.FileForce";

  @TempDir Path folder;

  @Test
  void theFileAndEachNewNameAreForcedToDisk() throws Exception {
    Path parent = folder.resolve("load").resolve("region=r");
    Path target = parent.resolve("day.parquet");
    List<String> forced = forcedBy(() -> AtomicFiles.put(target, DurableFilesTest::write));

    assertThat(target).hasContent("text");
    assertThat(forced).hasSize(4);
    assertThat(forced.subList(0, 2))
        .containsExactly(folder.toString(), folder.resolve("load").toString());
    assertThat(forced.get(2)).startsWith(parent + "/.day.parquet").endsWith(".tmp");
    assertThat(forced.get(3)).isEqualTo(parent.toString());
  }

  private static void write(Path file) {
    try {
      Files.writeString(file, "text");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The paths that this thread forced to disk, as the Java machine itself recorded them. */
  private List<String> forcedBy(Runnable work) throws IOException {
    try (Recording recording = new Recording()) {
      recording.enable(FORCED).withThreshold(Duration.ZERO);
      recording.start();
      work.run();
      recording.stop();
      Path file = folder.resolve("recording.jfr");
      recording.dump(file);
      long thread = Thread.currentThread().getId();
      return RecordingFile.readAllEvents(file).stream()
          .filter(event -> event.getEventType().getName().equals(FORCED))
          .filter(event -> event.getThread().getJavaThreadId() == thread)
          .map(event -> event.getString("path"))
          .toList();
    }
  }
}
