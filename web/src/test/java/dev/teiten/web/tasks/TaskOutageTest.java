package dev.teiten.web.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.review.store.StoreAddress;
import dev.teiten.review.store.TaskBook;
import dev.teiten.review.store.jdbc.JdbcReviewStore;
import dev.teiten.web.sample.PageClient;
import dev.teiten.web.sample.SampleFacts;
import dev.teiten.web.sample.SampleServer;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A store that does not answer costs the tasks, and nothing else. */
@Tag("slow")
class TaskOutageTest {
  private static final String ADDRESS = "jdbc:mysql://ann-7:s3cret-7@127.0.0.1:1/reviews";
  private static final String WEEK = "/clusters/main/weeks/2026-W46";

  private final TaskBook book =
      TaskBook.at(new StoreAddress(ADDRESS, null, null), JdbcReviewStore::open, SampleServer.CLOCK);
  private final PageClient pages = new PageClient(book);

  @AfterEach
  void close() {
    pages.close();
    book.close();
  }

  @Test
  void pagesGoOnAndSayThatTheTasksAreMissing() {
    String shown = "jdbc:mysql://127.0.0.1:1/reviews";
    HttpResponse<String> week = pages.get(WEEK);
    assertThat(week.statusCode()).isEqualTo(200);
    assertThat(week.body())
        .contains("Tasks cannot be shown: The store of tasks " + shown + " does not answer.")
        .doesNotContain("ann-7", "s3cret-7");
    assertThat(pages.get(WEEK + "?lang=ja").body()).contains("タスクは表示できません。", shown);
    HttpResponse<String> query = pages.get("/queries/" + SampleFacts.firstFingerprint());
    assertThat(query.statusCode()).isEqualTo(200);
    assertThat(query.body()).contains("Tasks cannot be shown").doesNotContain("Nobody has taken");
    assertThat(pages.get("/").statusCode()).isEqualTo(200);

    assertThat(pages.get("/tasks").statusCode()).isEqualTo(503);
    assertThat(pages.get("/tasks").body()).contains(shown + " does not answer");
    assertThat(pages.get("/readyz").statusCode()).isEqualTo(200);
    assertThat(pages.get("/readyz").body())
        .isEqualTo("ready, but the store of tasks cannot be used\n");
    assertThat(pages.get("/metrics").body()).contains("teiten_store_up 0.0");
  }
}
