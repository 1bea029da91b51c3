package dev.teiten.cli;

import dev.teiten.archive.Archive;
import dev.teiten.archive.ArchiveCheck;
import dev.teiten.archive.ArchiveCheck.CheckedFile;
import dev.teiten.archive.ArchiveCheck.FileState;
import dev.teiten.archive.duckdb.DuckDbEngine;
import dev.teiten.load.SettingException;
import dev.teiten.load.TeitenException;
import dev.teiten.review.store.ReviewStore;
import dev.teiten.review.store.StoreAddress;
import dev.teiten.review.store.jdbc.JdbcReviewStore;
import dev.teiten.source.CheckResult;
import dev.teiten.source.CheckResult.State;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The self-test of an archive: its format, its files, and its store of tasks. */
final class ArchiveChecks {
  private final Path root;
  private final List<CheckResult> results = new ArrayList<>();

  /**
   * @throws SettingException if there is no such folder
   */
  ArchiveChecks(Path root) {
    if (!Files.isDirectory(root)) {
      throw new SettingException(
          "--archive " + root + " is not there", "Name the folder that `teiten collect` wrote.");
    }
    this.root = root;
  }

  /**
   * @param repair whether to mend the files that can be mended
   */
  List<CheckResult> results(boolean repair) {
    if (!passes("format", "is read by this version", () -> Archive.checkReadable(root))) {
      return results;
    }
    try (DuckDbEngine engine = new DuckDbEngine()) {
      ArchiveCheck check = new ArchiveCheck(root, engine);
      Map<FileState, Integer> counts = new EnumMap<>(FileState.class);
      for (CheckedFile file : check.files()) {
        counts.merge(file.state(), 1, Integer::sum);
        if (repair) {
          check.repair(file);
        }
        tell(file, repair);
      }
      counts.forEach((state, count) -> tell(state, count, repair));
    }
    StoreAddress store = StoreAddress.in(root);
    if (store.mayHoldTasks()) {
      passes("tasks", "are read by this version", () -> open(store));
    }
    return results;
  }

  private static void open(StoreAddress address) {
    try (ReviewStore store = JdbcReviewStore.open(address)) {
      store.version();
    }
  }

  private boolean passes(String name, String message, Runnable check) {
    try {
      check.run();
      add(name, State.OK, message, "");
      return true;
    } catch (TeitenException e) {
      add(name, State.FAILED, String.valueOf(e.getMessage()), e.hint());
      return false;
    }
  }

  /** A line for a file that needs a look. */
  private void tell(CheckedFile file, boolean repair) {
    String path = root.relativize(file.path()).toString();
    switch (file.state()) {
      case DAMAGED ->
          add(
              path,
              repair ? State.WARNING : State.FAILED,
              repair ? "was damaged and is set aside" : "is damaged and counts as missing",
              repair
                  ? "`teiten collect` fetches it again while Performance Insights has it."
                  : "`teiten check --archive --repair` sets it aside, so that collect fetches it again.");
      case DAMAGED_RESULT ->
          add(
              path,
              State.WARNING,
              repair ? "was damaged and is deleted" : "is damaged and counts as missing",
              "It is derived from the days, and made again when it is needed.");
      case FOREIGN ->
          add(path, State.WARNING, "is not of Teiten and is not read", "Move it elsewhere.");
      case SET_ASIDE ->
          add(
              path,
              State.WARNING,
              "was damaged and is set aside",
              "Restore it from a backup, or delete it.");
      default -> {}
    }
  }

  /** A line for the files that are fine. */
  private void tell(FileState state, int count, boolean repair) {
    if (state == FileState.SOUND) {
      add("files", State.OK, count + " agree with their checksums", "");
    } else if (state == FileState.WITHOUT_CHECKSUM) {
      add(
          "files",
          State.OK,
          count
              + (repair
                  ? " of an earlier version have got a checksum"
                  : " of an earlier version are readable, and have no checksum"),
          repair ? "" : "`teiten check --archive --repair` gives them one.");
    }
  }

  private void add(String name, State state, String message, String hint) {
    results.add(new CheckResult(root.toString(), name, state, message, hint, Map.of()));
  }
}
