package dev.teiten.source.slowlog;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.GZIPInputStream;

/** An open log, plain or gzip. */
final class LogFile {
  private static final int BUFFER = 1 << 16;
  private static final int GZIP_MAGIC = 0x8B1F;

  private final Path path;
  private final FileChannel channel;
  private final LogLines lines;

  private LogFile(Path path, FileChannel channel, LogLines lines) {
    this.path = path;
    this.channel = channel;
    this.lines = lines;
  }

  static LogFile open(Path path) throws IOException {
    FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
    try {
      BufferedInputStream in = new BufferedInputStream(Channels.newInputStream(channel), BUFFER);
      in.mark(2);
      int magic = in.read() | in.read() << 8;
      in.reset();
      InputStream plain = magic == GZIP_MAGIC ? new GZIPInputStream(in, BUFFER) : in;
      return new LogFile(path, channel, new LogLines(plain));
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  Path path() {
    return path;
  }

  LogLines lines() {
    return lines;
  }

  /** The part of the file that has been read, 0..1. */
  double progress() {
    try {
      long size = channel.size();
      return size == 0 ? 1 : Math.min(1, (double) channel.position() / size);
    } catch (IOException e) {
      return 0;
    }
  }

  void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
