package dev.teiten.normalize.key;

/**
 * Whether tables that differ in a trailing number only, like {@code logs_0042}, are one table
 * {@code logs_?}. Off by default, because {@code report_2026} may well be a separate table.
 *
 * @param digits how many digits make a shard, 2 or more; 0 for off
 */
public record ShardFolding(int digits) {
  public static final ShardFolding OFF = new ShardFolding(0);

  public ShardFolding {
    if (digits != 0 && (digits < 2 || digits > 18)) {
      throw new IllegalArgumentException("digits must be 0, or 2 to 18: " + digits);
    }
  }

  boolean on() {
    return digits > 0;
  }

  /**
   * The name without its numbers: {@code logs_0042} is {@code logs_?}, and {@code t_20260301_x} is
   * {@code t_?_x}. The same name if it has none.
   */
  String folded(String name) {
    StringBuilder folded = new StringBuilder(name.length());
    int at = 0;
    while (at < name.length()) {
      int end = digitsEnd(name, at);
      boolean number =
          end - at >= digits
              && at > 1
              && name.charAt(at - 1) == '_'
              && (end == name.length() || name.charAt(end) == '_');
      folded.append(number ? "?" : name.substring(at, Math.max(end, at + 1)));
      at = Math.max(end, at + 1);
    }
    return folded.toString();
  }

  /** The name without its last number, as the former version folded it. */
  String foldedLast(String name) {
    int start = name.lastIndexOf('_') + 1;
    boolean number =
        start > 1 && digitsEnd(name, start) == name.length() && name.length() - start >= digits;
    return number ? name.substring(0, start) + "?" : name;
  }

  private static int digitsEnd(String name, int start) {
    int end = start;
    while (end < name.length() && name.charAt(end) >= '0' && name.charAt(end) <= '9') {
      end++;
    }
    return end;
  }
}
