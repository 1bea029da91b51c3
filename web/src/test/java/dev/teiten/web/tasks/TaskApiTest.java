package dev.teiten.web.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.teiten.review.store.TaskBook;
import dev.teiten.web.sample.PageClient;
import dev.teiten.web.sample.SampleFacts;
import dev.teiten.web.sample.SampleServer;
import dev.teiten.web.sample.SampleTasks;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("slow")
class TaskApiTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final TaskBook book = SampleTasks.book(SampleServer.CLOCK);
  private final PageClient pages = new PageClient(book);

  @AfterEach
  void close() {
    pages.close();
    book.close();
  }

  private static JsonNode json(HttpResponse<String> response) {
    try {
      return JSON.readTree(response.body());
    } catch (JsonProcessingException e) {
      throw new AssertionError(response.body(), e);
    }
  }

  @Test
  void listsWhatWasWrittenAndWhatBecameOfIt() {
    JsonNode tasks = json(pages.get("/api/tasks?state=doing")).get("tasks");
    assertThat(tasks).hasSize(1);
    JsonNode task = tasks.get(0);
    assertThat(task.get("id").asInt()).isEqualTo(1);
    assertThat(task.get("percent").asDouble()).isEqualTo(55);
    assertThat(task.get("verification").asText()).isEqualTo("DELIVERED");
    assertThat(task.get("realisedPercent").asDouble())
        .isCloseTo(100 * SampleFacts.REMOVED_WORK, within(1.0));
    assertThat(task.get("capacityChangedAt").isNull()).isTrue();
    assertThat(task.get("realisedMonthlyUsd").asDouble()).isZero();
    assertThat(task.get("fixedAt").asText()).isEqualTo(SampleFacts.DEPLOYED.toString());
    assertThat(json(pages.get("/api/tasks")).get("tasks")).hasSize(3);
    assertThat(json(pages.get("/api/tasks?cluster=idle")).get("tasks")).hasSize(1);
  }

  @Test
  void aScriptWritesReadsAndChanges() {
    HttpResponse<String> created =
        pages.json(
            "POST",
            "api/tasks",
            "{\"author\":\"ci\",\"cluster\":\"main\",\"title\":\"an index\",\"owner\":\"Ann\","
                + "\"fingerprints\":[\"t2-abc\"],\"due\":\"2026-12-01\"}");
    assertThat(created.statusCode()).isEqualTo(201);
    assertThat(created.headers().firstValue("Location")).contains("/api/tasks/4");
    assertThat(json(created).get("state").asText()).isEqualTo("OPEN");

    HttpResponse<String> changed =
        pages.json(
            "PATCH",
            "api/tasks/4",
            "{\"author\":\"ci\",\"version\":1,\"due\":null,\"hoursSpent\":3}");
    assertThat(changed.statusCode()).isEqualTo(200);
    assertThat(json(changed).get("due").isNull()).isTrue();
    assertThat(json(changed).get("owner").asText()).isEqualTo("Ann");
    assertThat(json(changed).get("version").asInt()).isEqualTo(2);
    assertThat(json(changed).get("history")).hasSize(3);

    String late = "{\"author\":\"ci\",\"version\":1,\"owner\":\"Ben\"}";
    assertThat(pages.json("PATCH", "api/tasks/4", late).statusCode()).isEqualTo(409);
    assertThat(
            pages
                .json("POST", "api/tasks/4/remarks", "{\"author\":\"ci\",\"text\":\"live\"}")
                .statusCode())
        .isEqualTo(201);
    assertThat(json(pages.get("/api/tasks/4")).get("history")).hasSize(4);
  }

  @Test
  void whatIsWrongIsNamed() {
    assertSays("POST", "api/tasks", "[]", 400, "no JSON object");
    assertSays("POST", "api/tasks", "{\"author\":\"a\",\"titel\":\"x\"}", 400, "'titel'");
    assertSays(
        "POST", "api/tasks", "{\"cluster\":\"main\",\"title\":\"x\"}", 400, "Your name is missing");
    assertSays(
        "POST",
        "api/tasks",
        "{\"author\":\"a\",\"cluster\":\"main\",\"title\":\"x\",\"percent\":120}",
        400,
        "120");
    assertSays("PATCH", "api/tasks/1", "{\"author\":\"a\",\"owner\":\"b\"}", 400, "version");
    JsonNode before = json(pages.get("/api/tasks/1"));
    for (String links : new String[] {"\"t3-1\"", "{}", "7", "[1]", "[null]"}) {
      String body = "{\"author\":\"a\",\"version\":1,\"fingerprints\":" + links + "}";
      assertWrong("PATCH", "api/tasks/1", body, "fingerprints");
    }
    assertThat(json(pages.get("/api/tasks/1"))).isEqualTo(before);
    assertSays("PATCH", "api/tasks/77", "{\"author\":\"a\",\"version\":1}", 404, "#77");
    assertThat(book.tasks()).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cluster|7",
        "cluster|\"nowhere\"",
        "cluster|null",
        "title|[]",
        "owner|{}",
        "state|\"PENDING\"",
        "state|null",
        "state|1",
        "due|\"1999-12-31\"",
        "due|\"2099-01-01\"",
        "due|\"tomorrow\"",
        "due|20261201",
        "pricesAsOf|\"2027-01-01\"",
        "fixedAt|\"2026-11-20T00:00:00Z\"",
        "fixedAt|\"2026-11-10\"",
        "hoursSpent|\"3\"",
        "percent|true",
        "promisedInstances|1.5",
        "note|[\"x\"]",
        "version|\"1\"",
        "author|9"
      })
  void wrongMemberIsNamedAndChangesNothing(String member, String value) {
    JsonNode before = json(pages.get("/api/tasks/1"));
    String version = member.equals("version") ? "" : "\"version\":1,";
    String author = member.equals("author") ? "" : "\"author\":\"a\",";
    String body = "{" + version + author + "\"" + member + "\":" + value + "}";
    assertWrong("PATCH", "api/tasks/1", body, member);
    assertThat(json(pages.get("/api/tasks/1"))).isEqualTo(before);
  }

  @Test
  void memberGivenTwiceIsNoObject() {
    String twice = "{\"author\":\"a\",\"version\":1,\"owner\":\"b\",\"owner\":\"c\"}";
    assertSays("PATCH", "api/tasks/1", twice, 400, "no JSON object");
    assertSays("PATCH", "api/tasks/1", "{} {}", 400, "no JSON object");
    assertWrong(
        "POST",
        "api/tasks/1/remarks",
        "{\"author\":\"a\",\"text\":\"x\",\"decision\":1}",
        "decision");
  }

  private void assertWrong(String method, String path, String body, String field) {
    HttpResponse<String> answer = pages.json(method, path, body);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).path("field").asText()).isEqualTo(field);
    assertThat(json(answer).path("hint").asText()).isNotBlank();
  }

  private void assertSays(String method, String path, String body, int status, String words) {
    HttpResponse<String> answer = pages.json(method, path, body);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(json(answer).get("error").asText()).contains(words);
  }
}
