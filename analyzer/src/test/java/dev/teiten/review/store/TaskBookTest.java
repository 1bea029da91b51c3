package dev.teiten.review.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.teiten.review.store.jdbc.JdbcReviewStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaskBookTest {
  private static final AuthorStamp ANN =
      new AuthorStamp("Ann", Instant.parse("2026-11-18T09:00:00Z"));
  private static final TaskCard CARD = TaskCard.titled("main", List.of("t2-a"), "an index");

  private final Path folder;

  TaskBookTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private TaskBook book() {
    return TaskBook.at(StoreAddress.in(folder), JdbcReviewStore::open, Clock.systemUTC());
  }

  @Test
  void readingMakesNoFileAndTheFirstTaskDoes() {
    try (TaskBook book = book()) {
      assertThat(book.tasks()).isEmpty();
      assertThat(book.history(1)).isEmpty();
      assertThat(book.version()).isZero();
      assertThatThrownBy(() -> book.task(1)).isInstanceOf(NoSuchTaskException.class);
      assertThat(folder).isEmptyDirectory();

      Task task = book.write(store -> store.create(CARD, ANN));
      assertThat(book.tasks()).containsExactly(task);
      assertThat(book.version()).isEqualTo(1);
      assertThat(folder.resolve("reviews.sqlite")).isNotEmptyFile();
    }
  }

  @Test
  void aStoreThatCannotBeUsedIsInNobodysWay() throws Exception {
    Files.writeString(folder.resolve("reviews.sqlite"), "no database ".repeat(100));
    try (TaskBook book = book()) {
      assertThat(book.tasksIfAny()).isEmpty();
      assertThat(book.version()).isEqualTo(-1);
      assertThatThrownBy(book::tasks)
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("is not an SQLite database");
    }
  }

  @Test
  void whatAnotherProgramWroteIsSeen() {
    try (TaskBook mine = book();
        TaskBook theirs = book()) {
      assertThat(mine.tasks()).isEmpty();
      Task task = theirs.write(store -> store.create(CARD, ANN));
      assertThat(mine.tasks()).containsExactly(task);
    }
  }

  @Test
  void withoutAStoreThereIsNothingToWriteTo() {
    TaskBook none = TaskBook.none();
    assertThat(none.tasks()).isEmpty();
    assertThatThrownBy(() -> none.write(store -> store.create(CARD, ANN)))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("no store");
  }
}
