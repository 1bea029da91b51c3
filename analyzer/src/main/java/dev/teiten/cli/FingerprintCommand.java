package dev.teiten.cli;

import dev.teiten.normalize.StatementNormalizer;
import dev.teiten.normalize.scan.Dialect;
import java.io.IOException;
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
    StatementNormalizer normalizer = new StatementNormalizer(dialect, shardOption.shards(), shapes);
    try (FingerprintCores cores =
        new FingerprintCores(new FingerprintLine(normalizer, shapes), System.out)) {
      LineReader in = new LineReader(System.in);
      for (byte[] line = in.next(); line != null && cores.isOpen(); line = in.next()) {
        cores.add(line);
        if (!in.ready()) {
          cores.flush();
        }
      }
      cores.flush();
    }
    return 0;
  }
}
