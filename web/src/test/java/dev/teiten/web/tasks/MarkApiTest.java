package dev.teiten.web.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.teiten.review.store.TaskBook;
import dev.teiten.web.sample.PageClient;
import dev.teiten.web.sample.SampleServer;
import dev.teiten.web.sample.SampleTasks;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Marks of people are written, changed and removed; those of RDS are not. */
@Tag("slow")
class MarkApiTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String MARKS = "api/clusters/billing/marks";

  private final TaskBook book = SampleTasks.empty(SampleServer.CLOCK);
  private final PageClient pages = new PageClient(book);

  @AfterEach
  void close() {
    pages.close();
    book.close();
  }

  private static JsonNode json(HttpResponse<String> response) throws JsonProcessingException {
    return JSON.readTree(response.body());
  }

  @Test
  void markIsChangedAndRemoved() throws Exception {
    HttpResponse<String> added =
        pages.json("POST", MARKS, "{\"at\":\"2026-11-05T10:00:42Z\",\"label\":\"deploy 1\"}");
    assertThat(added.statusCode()).isEqualTo(201);
    String id = json(added).path("id").asText();

    HttpResponse<String> changed =
        pages.json("PATCH", MARKS + "/" + id, "{\"label\":\"deploy 2\"}");
    assertThat(changed.statusCode()).isEqualTo(200);
    assertThat(json(changed).path("at").asText()).isEqualTo("2026-11-05T10:00:42Z");
    assertThat(pages.get("/" + MARKS).body()).contains("deploy 2").doesNotContain("deploy 1");

    assertThat(pages.json("PATCH", MARKS + "/" + id, "{}").statusCode()).isEqualTo(404);
    String newId = json(changed).path("id").asText();
    assertThat(pages.json("DELETE", MARKS + "/" + newId, "").statusCode()).isEqualTo(204);
    assertThat(pages.json("DELETE", MARKS + "/" + newId, "").statusCode()).isEqualTo(404);
    assertThat(pages.get("/" + MARKS).body()).doesNotContain("deploy 2");
  }

  @Test
  void markOfRdsStays() throws Exception {
    JsonNode marks = json(pages.get("/api/clusters/main/marks")).path("marks");
    for (JsonNode mark : marks) {
      if (mark.path("source").asText().equals("RDS_EVENT")) {
        String address = "api/clusters/main/marks/" + mark.path("id").asText();
        assertThat(pages.json("DELETE", address, "").statusCode()).isEqualTo(404);
      }
    }
    assertThat(marks.toString()).contains("RDS_EVENT");
    assertThat(json(pages.get("/api/clusters/main/marks")).path("marks")).isEqualTo(marks);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"at\":1794650400,\"label\":\"x\"}|at",
        "{\"at\":\"noon\",\"label\":\"x\"}|at",
        "{\"at\":\"2026-11-05T10:00:00Z\",\"label\":7}|label",
        "{\"at\":\"2026-11-05T10:00:00Z\",\"label\":\"x\",\"user\":\"y\"}|user"
      })
  void wrongMemberIsNamed(String body, String field) throws Exception {
    HttpResponse<String> answer = pages.json("POST", MARKS, body);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).path("field").asText()).isEqualTo(field);
  }

  @ParameterizedTest
  @CsvSource({"2026-11-18T09:02:00Z,in the future", "2016-01-01T00:00:00Z,older than ten years"})
  void timeOfAMarkHasBounds(String at, String words) {
    HttpResponse<String> answer =
        pages.json("POST", MARKS, "{\"at\":\"" + at + "\",\"label\":\"x\"}");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains(words);
  }
}
