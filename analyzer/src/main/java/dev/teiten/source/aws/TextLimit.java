package dev.teiten.source.aws;

import java.nio.charset.StandardCharsets;

/**
 * The length limit of digest texts. Performance Insights cuts each response element at 500 bytes,
 * on a character boundary. A text within one character (4 bytes) of the limit may be truncated.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/performance-insights/latest/APIReference/API_DescribeDimensionKeys.html">
 *     DescribeDimensionKeys</a>
 */
final class TextLimit {
  private static final int BYTES = 500;
  private static final int LONGEST_CHARACTER = 4;

  private TextLimit() {}

  static boolean isCut(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length > BYTES - LONGEST_CHARACTER;
  }
}
