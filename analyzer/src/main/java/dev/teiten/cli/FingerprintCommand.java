package dev.teiten.cli;

import dev.teiten.normalize.StatementNormalizer;
import dev.teiten.normalize.scan.Dialect;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "fingerprint",
    description =
        "Reads one JSON string (a statement) a line, writes one JSON object a line, in the same order.",
    footer = {"", "Example:", "  echo '\"SELECT 1\"' | teiten fingerprint"})
final class FingerprintCommand implements Callable<Integer> {
  /** Lines that the cores share before they are written. */
  private static final int BATCH_LINES = 1_000;

  @Spec CommandSpec spec;

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
    PrintWriter out = new PrintWriter(spec.commandLine().getOut(), false);
    LineReader in = new LineReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    List<String> batch = new ArrayList<>();
    boolean open = true;
    for (String line = in.next(); open && line != null; line = in.next()) {
      batch.add(line);
      if (!in.ready() || batch.size() == BATCH_LINES) {
        open = write(batch, lines, out);
        batch.clear();
      }
    }
    write(batch, lines, out);
    return 0;
  }

  /** Writes the answers to some lines; false if the pipe was closed. */
  private static boolean write(List<String> batch, FingerprintLine lines, PrintWriter out) {
    batch.parallelStream().map(lines::answer).forEachOrdered(out::println);
    out.flush();
    return !System.out.checkError();
  }
}
