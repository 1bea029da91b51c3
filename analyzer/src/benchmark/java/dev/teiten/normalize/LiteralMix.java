package dev.teiten.normalize;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** The literals of statements, and how many stand in their lists and rows; the same each run. */
final class LiteralMix {
  /** Kinds of literals, {@code 0..KINDS - 1}; a column is of one. */
  static final int KINDS = 6;

  private static final List<String> NAMES = List.of("booking", "cart_item", "warehouse");

  private final Random random;

  LiteralMix(long seed) {
    this.random = new Random(seed);
  }

  /** A number of 0 to 89,999,999, a short string, a time, or a string with quotes in it. */
  String literal(int kind) {
    return switch (kind) {
      case 0, 1, 2 -> Integer.toString(below(90_000_000));
      case 3 -> "'" + word() + "'";
      case 4 -> "'2026-11-%02d %02d:00:00'".formatted(1 + below(28), below(24));
      default -> "'O''Neil said \\'%s\\''".formatted(NAMES.get(below(NAMES.size())));
    };
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  /** Up to nine letters and digits. */
  String word() {
    return Long.toString(random.nextLong() >>> 20, 36);
  }

  /** A positive number of 63 bits. */
  long identifier() {
    return random.nextLong() >>> 1;
  }

  /** 5 to 500 elements, all of one kind. */
  String list(int kind) {
    return IntStream.range(0, 5 + below(496)).mapToObj(i -> literal(kind)).collect(joining(", "));
  }

  /** 5 to 100 rows. */
  String rows(int... kinds) {
    return IntStream.range(0, 5 + below(96)).mapToObj(i -> row(kinds)).collect(joining(", "));
  }

  private String row(int... kinds) {
    return IntStream.of(kinds).mapToObj(this::literal).collect(joining(", ", "(", ")"));
  }
}
