package dev.teiten.archive.files;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.teiten.archive.files.ParquetSeal.Condition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks Parquet files before they are read. A file is read for its check once, and again only
 * after its size or time has changed. A damaged file counts as missing, and is logged once.
 */
final class SoundFiles {
  private static final Logger LOG = LoggerFactory.getLogger(SoundFiles.class);
  private static final long MOST_REMEMBERED = 500_000;

  private final Cache<Path, Checked> checked =
      Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();

  /** Files that could not be read, so that each is logged once. */
  private final Set<Path> told = ConcurrentHashMap.newKeySet();

  private record Checked(long size, FileTime modified, boolean sound) {
    boolean isOf(BasicFileAttributes now) {
      return size == now.size() && modified.equals(now.lastModifiedTime());
    }
  }

  /** Whether the file is there, complete and unchanged since it was written. */
  boolean isSound(Path file) {
    try {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      Checked known = checked.getIfPresent(file);
      if (known == null || !known.isOf(now)) {
        known = check(file, now);
        checked.put(file, known);
      }
      return known.sound;
    } catch (NoSuchFileException e) {
      return false;
    } catch (IOException e) {
      if (told.add(file)) {
        LOG.warn("{} cannot be read and counts as missing: {}", file, e.toString());
      }
      return false;
    }
  }

  private static Checked check(Path file, BasicFileAttributes now) throws IOException {
    boolean sound = ParquetSeal.check(file) != Condition.DAMAGED;
    if (!sound) {
      LOG.warn("{} is damaged and counts as missing. `teiten check --archive` says more.", file);
    }
    return new Checked(now.size(), now.lastModifiedTime(), sound);
  }
}
