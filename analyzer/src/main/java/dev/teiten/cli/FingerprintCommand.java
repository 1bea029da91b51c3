package dev.teiten.cli;

import dev.teiten.normalize.StatementNormalizer;
import dev.teiten.normalize.scan.Dialect;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "fingerprint",
    description =
        "Reads one JSON string (a statement) a line, writes one JSON object a line, in the same order.",
    footer = {"", "Example:", "  echo '\"SELECT 1\"' | teiten fingerprint"})
final class FingerprintCommand implements Callable<Integer> {
  /** Lines that the cores share before they are written. */
  private static final int BATCH_LINES = 1_000;

  /** Bytes of lines at which a batch ends. */
  private static final long BATCH_BYTES = 1 << 20;

  @Option(
      names = "--dialect",
      defaultValue = "mysql",
      description = "mysql (default) or postgresql.")
  Dialect dialect = Dialect.MYSQL;

  @Option(
      names = "--shapes",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description =
          "Parse each statement for its family and hints (default). Without shapes both are null,"
              + " and so is parsed.")
  boolean shapes = true;

  @Mixin ShardOption shardOption = new ShardOption();

  @Override
  public Integer call() throws IOException {
    FingerprintLine lines =
        new FingerprintLine(new StatementNormalizer(dialect, shardOption.shards(), shapes), shapes);
    LineReader in = new LineReader(System.in);
    List<byte[]> batch = new ArrayList<>();
    long bytes = 0;
    boolean open = true;
    for (byte[] line = in.next(); open && line != null; line = in.next()) {
      batch.add(line);
      bytes += line.length;
      if (!in.ready() || batch.size() == BATCH_LINES || bytes > BATCH_BYTES) {
        open = write(batch, lines);
        batch.clear();
        bytes = 0;
      }
    }
    write(batch, lines);
    return 0;
  }

  /** Writes the answers to some lines; false if the pipe was closed. */
  private static boolean write(List<byte[]> batch, FingerprintLine lines) {
    for (byte[] answer : batch.parallelStream().map(lines::answer).toList()) {
      System.out.write(answer, 0, answer.length);
    }
    return !System.out.checkError();
  }
}
