package dev.teiten.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.teiten.normalize.NormalizedStatement;
import dev.teiten.normalize.StatementNormalizer;
import dev.teiten.normalize.hint.Hint;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * Answers a line of {@code teiten fingerprint}. It reads and writes JSON token by token, because
 * trees cost more than the fingerprint. Safe for use by several threads.
 */
final class FingerprintLine {
  private static final JsonFactory JSON = new JsonFactory();

  /** Bytes of the members that every answer has. */
  private static final int MEMBERS = 256;

  private final StatementNormalizer normalizer;
  private final boolean shapes;

  /**
   * @param shapes whether the normalizer parses
   */
  FingerprintLine(StatementNormalizer normalizer, boolean shapes) {
    this.normalizer = normalizer;
    this.shapes = shapes;
  }

  /** For each JSON string a JSON object and a line feed, in UTF-8. */
  byte[] answers(List<byte[]> batch) {
    int size = batch.stream().mapToInt(line -> line.length + MEMBERS).sum();
    ByteArrayOutputStream out = new ByteArrayOutputStream(size);
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.setRootValueSeparator(null);
      for (byte[] line : batch) {
        write(normalizer.normalize(statement(line)), json);
        json.writeRaw('\n');
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /**
   * The statement in a line. A line that is not a JSON string counts as an unreadable statement, so
   * that it still has a result.
   */
  private static String statement(byte[] line) throws IOException {
    if (isPlain(line)) {
      return new String(line, 1, line.length - 2, ISO_8859_1);
    }
    // As characters, because bytes that are no UTF-8 are read too.
    try (JsonParser json = JSON.createParser(new String(line, UTF_8))) {
      String text = json.nextToken() == JsonToken.VALUE_STRING ? json.getText() : "";
      return json.nextToken() == null ? text : "";
    } catch (JsonProcessingException e) {
      return "";
    }
  }

  /** Whether a line is a JSON string of ASCII without escapes. */
  private static boolean isPlain(byte[] line) {
    int last = line.length - 1;
    boolean plain = last > 0 && line[0] == '"' && line[last] == '"';
    for (int i = 1; i < last && plain; i++) {
      plain = line[i] >= ' ' && line[i] != '"' && line[i] != '\\';
    }
    return plain;
  }

  private void write(NormalizedStatement statement, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", statement.id());
    json.writeStringField("statement", statement.text());
    if (shapes) {
      json.writeStringField("family", statement.family());
    } else {
      json.writeNullField("family");
    }
    json.writeStringField("verb", statement.verb());
    strings(json, "tables", statement.tables());
    if (shapes) {
      json.writeBooleanField("parsed", statement.parsed());
    } else {
      json.writeNullField("parsed");
    }
    json.writeBooleanField("truncated", statement.truncated());
    tags(json, statement.tags());
    if (shapes) {
      strings(json, "hints", statement.hints().stream().map(Hint::code).distinct().toList());
    } else {
      json.writeNullField("hints");
    }
    json.writeEndObject();
  }

  private static void strings(JsonGenerator json, String name, List<String> values)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }

  private static void tags(JsonGenerator json, Map<String, String> tags) throws IOException {
    json.writeObjectFieldStart("tags");
    for (Map.Entry<String, String> tag : tags.entrySet()) {
      json.writeStringField(tag.getKey(), tag.getValue());
    }
    json.writeEndObject();
  }
}
