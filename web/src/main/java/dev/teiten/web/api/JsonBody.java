package dev.teiten.web.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.teiten.load.SettingException;
import dev.teiten.web.site.WrongFieldException;
import dev.teiten.web.view.WrongText;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A JSON object that a script sent. Every member has its type; nothing is converted. */
final class JsonBody {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final JsonNode json;

  private JsonBody(JsonNode json) {
    this.json = json;
  }

  /**
   * @param members the names of the members that it may have
   * @throws SettingException if the text is not a JSON object, or has another member
   */
  static JsonBody of(String text, Set<String> members) {
    JsonNode json = object(text);
    json.fieldNames()
        .forEachRemaining(
            name -> {
              if (!members.contains(name)) {
                throw new WrongFieldException(
                    name,
                    WrongText.NO_FIELD.of(name),
                    WrongText.FIELDS.of(String.join(", ", new TreeSet<>(members))));
              }
            });
    return new JsonBody(json);
  }

  private static JsonNode object(String text) {
    try {
      JsonNode json = MAPPER.readTree(text);
      if (json != null && json.isObject()) {
        return json;
      }
    } catch (JsonProcessingException e) {
      // Gives the error of any other JSON value, for example a number.
    }
    throw new SettingException(WrongText.NO_OBJECT.of(), WrongText.SEND_OBJECT.of());
  }

  boolean has(String member) {
    return json.has(member);
  }

  /** A text; {@code otherwise} if the member is missing. */
  String text(String member, String otherwise) {
    JsonNode value = typed(member, JsonNode::isTextual, WrongText.A_TEXT);
    return value == null ? otherwise : value.asText();
  }

  /** A text that is read further, as a state. */
  <T> T parsed(String member, T otherwise, Function<String, T> reader) {
    JsonNode value = typed(member, JsonNode::isTextual, WrongText.A_TEXT);
    return value == null ? otherwise : read(member, value.asText(), reader);
  }

  /** A text that is read further, as a day; null is null. */
  <T> @Nullable T parsedOrNull(String member, @Nullable T otherwise, Function<String, T> reader) {
    if (isNull(member)) {
      return null;
    }
    JsonNode value = typed(member, JsonNode::isTextual, WrongText.A_TEXT);
    return value == null ? otherwise : read(member, value.asText(), reader);
  }

  /** A number; null is null. */
  @Nullable Double numberOrNull(String member, @Nullable Double otherwise) {
    if (isNull(member)) {
      return null;
    }
    JsonNode value = typed(member, JsonNode::isNumber, WrongText.A_NUMBER);
    return value == null ? otherwise : Double.valueOf(value.asDouble());
  }

  /** A whole number; null is null. */
  @Nullable Integer integerOrNull(String member, @Nullable Integer otherwise) {
    if (isNull(member)) {
      return null;
    }
    JsonNode value = typed(member, JsonBody::isInteger, WrongText.AN_INTEGER);
    return value == null ? otherwise : Integer.valueOf(value.asInt());
  }

  private static boolean isInteger(JsonNode value) {
    return value.isIntegralNumber() && value.canConvertToInt();
  }

  /** Whether the member is true; false if it is missing. */
  boolean flag(String member) {
    JsonNode value = typed(member, JsonNode::isBoolean, WrongText.A_FLAG);
    return value != null && value.asBoolean();
  }

  /** A list of texts; null is the empty list. */
  List<String> texts(String member, List<String> otherwise) {
    if (isNull(member)) {
      return List.of();
    }
    JsonNode list = typed(member, JsonBody::isTexts, WrongText.TEXTS);
    if (list == null) {
      return otherwise;
    }
    List<String> texts = new ArrayList<>();
    list.forEach(element -> texts.add(element.asText()));
    return texts;
  }

  private static boolean isTexts(JsonNode value) {
    boolean texts = value.isArray();
    for (JsonNode element : value) {
      texts &= element.isTextual();
    }
    return texts;
  }

  private boolean isNull(String member) {
    return json.path(member).isNull();
  }

  /** The value of a member; null if it is missing. */
  private @Nullable JsonNode typed(String member, Predicate<JsonNode> type, WrongText typeName) {
    JsonNode value = json.path(member);
    if (value.isMissingNode()) {
      return null;
    }
    if (!type.test(value)) {
      throw new WrongFieldException(member, WrongText.WRONG_TYPE.of(member), typeName.of());
    }
    return value;
  }

  private static <T> T read(String member, String text, Function<String, T> reader) {
    try {
      return reader.apply(text);
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new WrongFieldException(
          member, WrongText.UNREADABLE.of(member, text), WrongText.FORMS.of());
    }
  }
}
