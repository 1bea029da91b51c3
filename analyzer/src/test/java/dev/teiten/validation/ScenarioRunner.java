package dev.teiten.validation;

import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Runs scenarios, two at a time, and reports on them. */
final class ScenarioRunner {
  private static final int THREADS = 2;

  private ScenarioRunner() {}

  static <T> List<T> of(int scenarios, IntFunction<T> scenario) {
    ForkJoinPool pool = new ForkJoinPool(THREADS);
    try {
      return pool.submit(() -> IntStream.range(0, scenarios).parallel().mapToObj(scenario).toList())
          .join();
    } finally {
      pool.shutdown();
    }
  }

  /** Writes a section; scenarios for tuning are only printed. */
  static void report(String section, String markdown) {
    System.out.println(markdown);
    if (!Boolean.getBoolean("validation.tuning")) {
      ValidationReport.write(section, markdown);
    }
  }
}
