package dev.teiten.normalize;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.teiten.normalize.key.Fingerprinter;
import dev.teiten.normalize.key.ShardFolding;
import dev.teiten.normalize.scan.Dialect;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;

/**
 * One side of the comparison that {@code .ci/benchmark-fingerprint} prints: writes the statements
 * for the other tools, and measures this one and the bare loop on them, alternating, on one thread.
 */
public final class FingerprintComparison {
  private static final int WARM_ROUNDS = 5;
  private static final int ROUNDS = 9;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private FingerprintComparison() {}

  /**
   * @param args {@code write FOLDER COUNT QUERIES}, {@code run COUNT QUERIES} or {@code cold COUNT}
   */
  public static void main(String[] args) throws IOException {
    switch (args[0]) {
      case "write" -> write(Path.of(args[1]), statements(args[2], args[3]));
      case "run" -> run(statements(args[1], args[2]));
      case "cold" -> cold(Integer.parseInt(args[1]));
      default -> throw new IllegalArgumentException(args[0]);
    }
  }

  private static List<String> statements(String count, String queries) {
    return StatementMix.workload(Integer.parseInt(count), Integer.parseInt(queries));
  }

  private static void write(Path folder, List<String> statements) throws IOException {
    ObjectMapper json = new ObjectMapper();
    try (BufferedWriter lines = Files.newBufferedWriter(folder.resolve("statements.jsonl"));
        BufferedWriter sql = Files.newBufferedWriter(folder.resolve("statements.sql"))) {
      for (String statement : statements) {
        lines.write(json.writeValueAsString(statement) + "\n");
        sql.write(statement + ";\n");
      }
    }
  }

  private static void run(List<String> statements) {
    Fingerprinter fingerprinter = new Fingerprinter(Dialect.MYSQL, ShardFolding.OFF);
    byte[][] bytes =
        statements.stream().map(s -> s.getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new);
    String[] texts = statements.toArray(String[]::new);
    double[] id = new double[ROUNDS];
    double[] whole = new double[ROUNDS];
    double[] loop = new double[ROUNDS];
    for (int round = -WARM_ROUNDS; round < ROUNDS; round++) {
      int at = Math.max(round, 0);
      id[at] = seconds(texts, text -> fingerprinter.id(text).hashCode());
      whole[at] = seconds(texts, text -> fingerprinter.fingerprint(text, false).id().hashCode());
      loop[at] = seconds(bytes, BareLoop::hash);
    }
    long size = 0;
    for (byte[] statement : bytes) {
      size += statement.length;
    }
    print("teiten, id alone, nothing remembered", id, statements.size(), size);
    print("teiten, fingerprint", whole, statements.size(), size);
    print("bare per-byte loop", loop, statements.size(), size);
  }

  /** Of this thread's CPU time: other work on the machine takes turns, and is not counted. */
  private static <T> double seconds(T[] inputs, ToIntFunction<T> work) {
    int sum = 0;
    long start = THREADS.getCurrentThreadCpuTime();
    for (T input : inputs) {
      sum += work.applyAsInt(input);
    }
    double seconds = (THREADS.getCurrentThreadCpuTime() - start) / 1e9;
    if (sum == 42) {
      System.err.println("the sum keeps the work from being optimized away");
    }
    return seconds;
  }

  /** The median of the rounds, and the best. */
  private static void print(String name, double[] seconds, int statements, long bytes) {
    java.util.Arrays.sort(seconds);
    double median = seconds[seconds.length / 2];
    System.out.printf(
        Locale.ROOT,
        "%s\t%.0f\t%.1f\t%.0f%n",
        name,
        statements / median,
        bytes / median / 1e6,
        statements / seconds[0]);
  }

  /** Distinct statements with their shapes, each twice, from this JVM's start. */
  private static void cold(int count) {
    StatementNormalizer normalizer = new StatementNormalizer(Dialect.MYSQL);
    List<String> statements = StatementMix.distinct(count);
    long parsed = 0;
    long start = System.nanoTime();
    for (String statement : statements) {
      parsed += normalizer.normalize(statement).parsed() ? 1 : 0;
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    long ids = statements.stream().map(s -> normalizer.normalize(s).id()).distinct().count();
    System.out.printf(
        Locale.ROOT, "%d statements, %d ids, %d parsed: %.2f s%n", count, ids, parsed, seconds);
  }
}
