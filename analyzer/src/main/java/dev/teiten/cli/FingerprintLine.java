package dev.teiten.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.teiten.normalize.NormalizedStatement;
import dev.teiten.normalize.StatementNormalizer;
import dev.teiten.normalize.hint.Hint;
import dev.teiten.review.JsonDocuments;
import java.util.LinkedHashMap;
import java.util.Map;

/** Answers a line of {@code teiten fingerprint}. Safe for use by several threads. */
final class FingerprintLine {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final StatementNormalizer normalizer;
  private final boolean shapes;

  /**
   * @param shapes whether the normalizer parses
   */
  FingerprintLine(StatementNormalizer normalizer, boolean shapes) {
    this.normalizer = normalizer;
    this.shapes = shapes;
  }

  /** A JSON object for a JSON string. */
  String answer(String line) {
    return JsonDocuments.writeLine(describe(normalizer.normalize(statement(line))));
  }

  /** A line that is no JSON string still gets an object: it counts as an unreadable statement. */
  private static String statement(String line) {
    try {
      JsonNode node = JSON.readTree(line);
      return node != null && node.isTextual() ? node.textValue() : "";
    } catch (JsonProcessingException e) {
      return "";
    }
  }

  private Map<String, Object> describe(NormalizedStatement statement) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("id", statement.id());
    object.put("statement", statement.text());
    object.put("family", shapes ? statement.family() : null);
    object.put("verb", statement.verb());
    object.put("tables", statement.tables());
    object.put("parsed", shapes ? statement.parsed() : null);
    object.put("truncated", statement.truncated());
    object.put("tags", statement.tags());
    object.put(
        "hints", shapes ? statement.hints().stream().map(Hint::code).distinct().toList() : null);
    return object;
  }
}
