package dev.teiten.normalize;

import dev.teiten.normalize.key.Fingerprinter;
import dev.teiten.normalize.key.ShardFolding;
import dev.teiten.normalize.scan.Dialect;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** The id alone, the fingerprint with what is remembered, and a bare loop over the same bytes. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class FingerprintBenchmark {
  private static final int COUNT = 10_000;
  private static final int QUERIES = 2_000;

  private final Fingerprinter fingerprinter = new Fingerprinter(Dialect.MYSQL, ShardFolding.OFF);
  private final List<String> statements = StatementMix.workload(COUNT, QUERIES);
  private final byte[][] bytes =
      statements.stream().map(s -> s.getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new);

  @Benchmark
  @OperationsPerInvocation(COUNT)
  public void id(Blackhole hole) {
    for (String statement : statements) {
      hole.consume(fingerprinter.id(statement));
    }
  }

  @Benchmark
  @OperationsPerInvocation(COUNT)
  public void fingerprint(Blackhole hole) {
    for (String statement : statements) {
      hole.consume(fingerprinter.fingerprint(statement, false));
    }
  }

  @Benchmark
  @OperationsPerInvocation(COUNT)
  public void bareLoop(Blackhole hole) {
    for (byte[] statement : bytes) {
      hole.consume(BareLoop.hash(statement));
    }
  }
}
