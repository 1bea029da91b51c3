package dev.teiten.review;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.teiten.load.ReviewWeek;
import dev.teiten.load.Sentence;
import dev.teiten.rank.Contributor;
import dev.teiten.rank.Ranking;
import dev.teiten.rank.RouteLoad;
import dev.teiten.review.ledger.LedgerLine;
import dev.teiten.review.store.TaskEvent;
import dev.teiten.size.SizingAdvice;
import dev.teiten.size.guard.GuardName;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The JSON documents: instants in ISO-8601, six significant digits, {@code null} for unknown
 * values.
 */
public final class JsonDocuments {
  private static final ObjectMapper MAPPER =
      new ObjectMapper()
          .addMixIn(Contributor.class, ContributorJson.class)
          .addMixIn(Ranking.class, RankingJson.class)
          .addMixIn(SizingAdvice.Trial.class, TrialJson.class)
          .registerModule(new JavaTimeModule())
          .registerModule(
              new SimpleModule()
                  .addSerializer(Double.class, new SixDigits())
                  .addSerializer(double.class, new SixDigits())
                  .addSerializer(Sentence.class, ToStringSerializer.instance)
                  .addSerializer(GuardName.class, ToStringSerializer.instance))
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS);

  private JsonDocuments() {}

  public static String ranking(Ranking ranking) {
    return write(rankingTree(ranking));
  }

  private static ObjectNode rankingTree(Ranking ranking) {
    ObjectNode tree = flat(MAPPER.valueToTree(ranking), ranking.week());
    tree.set("routes", MAPPER.valueToTree(RouteLoad.of(ranking)));
    return tree;
  }

  public static String sizing(SizingAdvice advice) {
    return write(flat(MAPPER.valueToTree(advice), advice.week()));
  }

  /** The review of one cluster: headline, agenda, tasks, ranking and sizing. */
  public static String review(ReviewedWeek review) {
    StringWriter out = new StringWriter();
    reviews(Stream.of(review), out);
    return out.toString();
  }

  /** The reviews of several clusters, each written before the next is made. */
  public static void reviews(Stream<ReviewedWeek> reviews, Writer out) {
    ObjectWriter writer = MAPPER.writerWithDefaultPrettyPrinter();
    try (JsonGenerator json = writer.createGenerator(out)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.writeStartObject();
      json.writeArrayFieldStart("reviews");
      for (Iterator<ReviewedWeek> each = reviews.iterator(); each.hasNext(); ) {
        writer.writeValue(json, tree(each.next()));
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ObjectNode tree(ReviewedWeek review) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("cluster", review.ranking().cluster());
    node.put("week", review.ranking().week().label());
    node.set("headline", MAPPER.valueToTree(review.headline()));
    node.set("agenda", MAPPER.valueToTree(review.agenda()));
    node.set("tasks", MAPPER.valueToTree(TaskDocument.of(review.tasks())));
    node.set("ranking", rankingTree(review.ranking()));
    node.set("sizing", flat(MAPPER.valueToTree(review.sizing()), review.sizing().week()));
    return node;
  }

  /** Tasks with their outcomes. */
  public static String tasks(List<LedgerLine> lines) {
    return write(
        MAPPER.createObjectNode().set("tasks", MAPPER.valueToTree(TaskDocument.of(lines))));
  }

  /** One task with its outcome and its history. */
  public static String task(LedgerLine line, List<TaskEvent> history) {
    ObjectNode task = MAPPER.valueToTree(TaskDocument.of(List.of(line)).get(0));
    return write(task.set("history", MAPPER.valueToTree(history)));
  }

  /** Any object, indented. */
  public static String write(Object object) {
    return text(MAPPER.writerWithDefaultPrettyPrinter(), object);
  }

  /** Any object, on one line. */
  public static String writeLine(Object object) {
    return text(MAPPER.writer(), object);
  }

  private static String text(ObjectWriter writer, Object object) {
    try {
      return writer.writeValueAsString(object);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Replaces the week by {@code week}, {@code zone}, {@code from} and {@code to}. */
  private static ObjectNode flat(ObjectNode tree, ReviewWeek week) {
    ObjectNode flat = MAPPER.createObjectNode();
    for (var member : tree.properties()) {
      if (member.getKey().equals("week")) {
        flat.put("week", week.label());
        flat.put("zone", week.zone().getId());
        flat.put("from", week.range().from().toString());
        flat.put("to", week.range().to().toString());
      } else {
        flat.set(member.getKey(), (JsonNode) member.getValue());
      }
    }
    return flat;
  }

  private static final class SixDigits extends StdSerializer<Double> {
    private static final long serialVersionUID = 1L;
    private static final MathContext DIGITS = new MathContext(6);

    SixDigits() {
      super(Double.class);
    }

    @Override
    public void serialize(Double value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      if (value.isNaN() || value.isInfinite()) {
        json.writeNull();
      } else {
        json.writeNumber(new BigDecimal(value).round(DIGITS).stripTrailingZeros().toPlainString());
      }
    }
  }
}
