package dev.teiten.review;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import dev.teiten.load.Sentence;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Sentences in kept results. Each value keeps the type by which it is formatted: a number prints
 * its digits, a time is written in the language of the reader.
 */
final class SentenceJson {
  private static final String CODE = "code";
  private static final String PATTERN = "pattern";
  private static final String VALUES = "values";
  private static final String INTEGER = "integer";
  private static final String LONG = "long";
  private static final String DOUBLE = "double";
  private static final String TIME = "time";
  private static final String WEEKDAY = "weekday";

  private SentenceJson() {}

  static final class Writer extends StdSerializer<Sentence> {
    private static final long serialVersionUID = 1L;

    Writer() {
      super(Sentence.class);
    }

    @Override
    public void serialize(Sentence sentence, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeStartObject();
      json.writeStringField(CODE, sentence.code());
      json.writeStringField(PATTERN, sentence.pattern());
      json.writeArrayFieldStart(VALUES);
      for (Object value : sentence.values()) {
        provider.defaultSerializeValue(plain(value), json);
      }
      json.writeEndArray();
      json.writeEndObject();
    }

    /** A sentence or a text as it is, other values with the name of their type. */
    private static Object plain(Object value) {
      if (value instanceof Sentence) {
        return value;
      }
      if (value instanceof Integer) {
        return Map.of(INTEGER, value);
      }
      if (value instanceof Long) {
        return Map.of(LONG, value);
      }
      if (value instanceof Double) {
        return Map.of(DOUBLE, value.toString());
      }
      if (value instanceof ZonedDateTime) {
        return Map.of(TIME, value.toString());
      }
      // Values of other types are formatted by their text.
      return value instanceof DayOfWeek day ? Map.of(WEEKDAY, day.name()) : value.toString();
    }
  }

  static final class Reader extends StdDeserializer<Sentence> {
    private static final long serialVersionUID = 1L;

    Reader() {
      super(Sentence.class);
    }

    @Override
    public Sentence deserialize(JsonParser json, DeserializationContext context)
        throws IOException {
      return sentence(json.readValueAsTree());
    }

    private static Sentence sentence(JsonNode tree) {
      List<Object> values = new ArrayList<>();
      tree.path(VALUES).forEach(value -> values.add(value(value)));
      return new Sentence(tree.path(CODE).asText(), tree.path(PATTERN).asText(), values);
    }

    private static Object value(JsonNode value) {
      if (value.has(PATTERN)) {
        return sentence(value);
      }
      if (value.has(INTEGER)) {
        return value.path(INTEGER).intValue();
      }
      if (value.has(LONG)) {
        return value.path(LONG).longValue();
      }
      if (value.has(DOUBLE)) {
        return Double.valueOf(value.path(DOUBLE).asText());
      }
      if (value.has(TIME)) {
        return ZonedDateTime.parse(value.path(TIME).asText());
      }
      return value.has(WEEKDAY) ? DayOfWeek.valueOf(value.path(WEEKDAY).asText()) : value.asText();
    }
  }
}
