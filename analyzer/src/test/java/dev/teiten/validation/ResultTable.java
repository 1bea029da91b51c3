package dev.teiten.validation;

import java.util.List;

/** A table of a validation: the measured quantity, the target and the result. */
final class ResultTable {
  private ResultTable() {}

  static String of(String... rows) {
    return "| what | target | measured (95 % interval) |\n|---|---|---|\n"
        + String.join("\n", List.of(rows))
        + "\n";
  }

  static String row(String what, String target, String measured) {
    return "| " + what + " | " + target + " | " + measured + " |";
  }
}
