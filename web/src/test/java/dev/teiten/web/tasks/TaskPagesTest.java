package dev.teiten.web.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.review.store.StoreAddress;
import dev.teiten.review.store.Task;
import dev.teiten.review.store.TaskBook;
import dev.teiten.review.store.TaskState;
import dev.teiten.review.store.jdbc.JdbcReviewStore;
import dev.teiten.web.sample.PageClient;
import dev.teiten.web.sample.SampleFacts;
import dev.teiten.web.sample.SampleServer;
import dev.teiten.web.sample.SampleTasks;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All task actions work with plain forms. */
@Tag("slow")
class TaskPagesTest {
  private static final String WEEK = "/clusters/main/weeks/2026-W46";
  private static final String QUERY = SampleFacts.firstFingerprint();

  private final TaskBook book = SampleTasks.book(SampleServer.CLOCK);
  private final PageClient pages = new PageClient(book);

  @AfterEach
  void close() {
    pages.close();
    book.close();
  }

  private HttpResponse<String> create(String title) {
    return pages.post(
        "tasks", "cluster", "main", "title", title, "queries", QUERY, "author", "Ann", "zone",
        "UTC");
  }

  @Test
  void aFormWritesATaskAndLeadsToIt() {
    HttpResponse<String> answer =
        pages.post(
            "tasks",
            "cluster",
            "main",
            "title",
            "<script>alert(1)</script>",
            "queries",
            QUERY,
            "owner",
            "Ben & co",
            "state",
            "doing",
            "due",
            "2026-12-01",
            "percent",
            "55",
            "usd",
            "3387.5",
            "instances",
            "1",
            "pricesAsOf",
            "2026-11-01",
            "fixedAt",
            "2026-11-12T12:00",
            "zone",
            "Asia/Tokyo",
            "hours",
            "2.5",
            "note",
            "a\r\nb",
            "author",
            "Ann");

    assertThat(answer.statusCode()).isEqualTo(303);
    Task task = book.tasks().get(0);
    assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/tasks/" + task.id());
    assertThat(task.card().state()).isEqualTo(TaskState.DOING);
    assertThat(task.card().fixedAt()).isEqualTo(Instant.parse("2026-11-12T03:00:00Z"));
    assertThat(task.card().due()).isEqualTo(LocalDate.parse("2026-12-01"));
    assertThat(task.card().note()).isEqualTo("a\nb");
    assertThat(pages.get("/tasks/" + task.id()).body())
        .contains("&lt;script>alert(1)", "Ben &amp; co", "−55\u00a0%")
        .doesNotContain("<script>alert");
  }

  @Test
  void whatWasWrittenIsOnEveryPageAtOnce() {
    assertThat(pages.get("/tasks").body()).doesNotContain("another index");
    create("another index");
    assertThat(pages.get("/tasks").body()).contains("another index");
    assertThat(pages.get("/queries/" + QUERY + "?cluster=main").body()).contains("another index");
    String indexed = SampleFacts.fingerprint("profiles");
    assertThat(pages.get("/queries/" + indexed + "?cluster=main").body()).contains("#1 Chloé");
    assertThat(pages.get(WEEK).body()).contains("href=\"/tasks/4\"");
  }

  @Test
  void theAgendaTellsOfPromisesAndOfWhatIsStuck() {
    assertThat(pages.get(WEEK).body())
        .contains("#1 profiles: an index on &lt;status, region&gt;: DELIVERED 48 %")
        .contains("#2 counters: batch it (nobody)", "Nothing has happened for 20 days");
    assertThat(pages.get("/clusters/main/weeks/2026-W44").body())
        .doesNotContain("Nothing has happened");
    assertThat(pages.get(WEEK + "/review.md").body())
        .contains("**PROMISE** #1 profiles: an index on &lt;status, region>", "## Tasks");
  }

  @Test
  void ofTwoWhoChangeTheSameVersionTheSecondIsTold() {
    create("x");
    String[] change = {
      "version", "1", "cluster", "main", "title", "x", "zone", "UTC", "author", "Ann", "owner",
      "Ann"
    };
    assertThat(pages.post("tasks/4", change).statusCode()).isEqualTo(303);
    change[11] = "Ben";

    HttpResponse<String> second = pages.post("tasks/4", change);

    assertThat(second.statusCode()).isEqualTo(409);
    assertThat(second.body()).contains("Somebody else", "Ann → <b>Ben</b>");
    assertThat(book.task(4).card().owner()).isEqualTo("Ann");
  }

  @Test
  void aFormKeepsAnInstantThatItCannotShow() {
    String body =
        "{\"author\":\"A\",\"cluster\":\"main\",\"title\":\"t\","
            + "\"fixedAt\":\"2026-11-12T03:00:42.5Z\"}";
    pages.json("POST", "api/tasks", body);
    pages.post(
        "tasks/4",
        "version",
        "1",
        "cluster",
        "main",
        "title",
        "t2",
        "fixedAt",
        "2026-11-12T03:00",
        "zone",
        "UTC",
        "author",
        "Ann");
    assertThat(book.task(4).card().title()).isEqualTo("t2");
    assertThat(book.task(4).card().fixedAt()).isEqualTo(Instant.parse("2026-11-12T03:00:42.5Z"));
  }

  @Test
  void aRemarkStandsInTheHistory() {
    HttpResponse<String> answer =
        pages.post("tasks/1/remarks", "text", "wait & see", "decision", "1", "author", "Ann");
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Set-Cookie").orElse("")).contains("teiten-author=Ann");
    assertThat(pages.get("/tasks/1").body()).contains("wait &amp; see", "decided");
  }

  @Test
  void aPageOfAnotherSiteWritesNothing() {
    String[] fields = {"cluster", "main", "title", "x", "author", "Eve", "zone", "UTC"};
    assertThat(pages.form("tasks", "http://evil.example", fields).statusCode()).isEqualTo(403);
    assertThat(pages.form("tasks", "", fields).statusCode()).isEqualTo(403);
    assertThat(pages.form("api/tasks", "http://evil.example", fields).statusCode()).isEqualTo(403);
    assertThat(book.tasks()).hasSize(3);
  }

  @Test
  void whatIsMissingOrWrongIsSaid() {
    assertThat(pages.get("/tasks/99").statusCode()).isEqualTo(404);
    assertThat(pages.get("/tasks/x").statusCode()).isEqualTo(400);
    assertThat(pages.post("tasks", "cluster", "main", "author", "A").body()).contains("The title");
    HttpResponse<String> nobody = pages.post("tasks", "cluster", "main", "title", "x");
    assertThat(nobody.statusCode()).isEqualTo(400);
    assertThat(nobody.body()).contains("Your name is missing");
    assertThat(book.tasks()).hasSize(3);
  }

  @Test
  void sizingsAnswerIsInTheFormAlready() {
    String form = pages.get("/tasks/new?cluster=main&week=2026-W46&fix=" + QUERY + ":55").body();
    assertThat(form)
        .contains(
            "name=\"percent\" value=\"55\"", "name=\"queries\" class=\"code\" value=\"" + QUERY)
        .containsPattern("name=\"usd\" value=\"\\d+\"")
        .containsPattern("name=\"pricesAsOf\" value=\"20\\d\\d-");
    assertThat(pages.get(WEEK + "/sizing?fix=" + QUERY + ":55").body())
        .contains("/tasks/new?cluster=main&amp;week=2026-W46&amp;fix=" + QUERY + ":55");
  }

  @Test
  void aFilterIsInTheAddress() {
    String idle = pages.get("/tasks?cluster=idle").body();
    assertThat(idle).contains("Move the report").doesNotContain("counters: batch");
    assertThat(pages.get("/tasks?state=doing&owner=Chlo%C3%A9").body())
        .contains("profiles: an index")
        .doesNotContain("counters: batch");
    assertThat(pages.get("/tasks?hour=80").body()).contains("Hours spent: 6.5, $520");
  }

  @Test
  void whereTheStoreIsBrokenEverythingElseWorks(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("reviews.sqlite"), "no database ".repeat(100));
    try (TaskBook broken =
            TaskBook.at(StoreAddress.in(folder), JdbcReviewStore::open, SampleServer.CLOCK);
        PageClient other = new PageClient(broken)) {
      assertThat(other.get("/tasks").statusCode()).isEqualTo(503);
      assertThat(other.get("/tasks").body()).contains("is not an SQLite database");
      assertThat(other.get(WEEK).statusCode()).isEqualTo(200);
      assertThat(other.get("/queries/" + QUERY + "?cluster=main").statusCode()).isEqualTo(200);
      assertThat(other.get("/").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void withoutAnyTaskTheLedgerSaysSo() {
    try (TaskBook empty = SampleTasks.empty(SampleServer.CLOCK);
        PageClient other = new PageClient(empty)) {
      assertThat(other.get("/tasks").body()).contains("Nobody has written a task yet.");
    }
  }
}
