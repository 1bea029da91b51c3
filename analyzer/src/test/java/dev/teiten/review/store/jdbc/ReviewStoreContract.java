package dev.teiten.review.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.teiten.review.store.AuthorStamp;
import dev.teiten.review.store.ChangedMeanwhileException;
import dev.teiten.review.store.NoSuchTaskException;
import dev.teiten.review.store.PromisedBenefit;
import dev.teiten.review.store.ReviewStore;
import dev.teiten.review.store.StoreAddress;
import dev.teiten.review.store.Task;
import dev.teiten.review.store.TaskCard;
import dev.teiten.review.store.TaskEvent;
import dev.teiten.review.store.TaskField;
import dev.teiten.review.store.TaskRemark;
import dev.teiten.review.store.TaskState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The contract of every store. */
abstract class ReviewStoreContract {
  static final Instant NOW = Instant.parse("2026-11-18T09:00:00.120Z");
  static final AuthorStamp ANN = new AuthorStamp("Ann", NOW);
  static final AuthorStamp BEN = new AuthorStamp("Ben <b>", NOW.plusSeconds(60));

  private final List<ReviewStore> opened = new ArrayList<>();
  private @Nullable StoreAddress address;

  /** The address of an unused store. */
  abstract StoreAddress fresh() throws Exception;

  /** Opens this test's store; each call opens it as another program would. */
  ReviewStore open() throws Exception {
    StoreAddress at = address;
    if (at == null) {
      at = fresh();
      address = at;
    }
    ReviewStore store = JdbcReviewStore.open(at);
    opened.add(store);
    return store;
  }

  @AfterEach
  void close() {
    opened.forEach(ReviewStore::close);
  }

  static TaskCard full() {
    return new TaskCard(
        "pairs-main",
        List.of("t2-aa", "t2-bb"),
        "likes: an index on (user_id, day) 定点 '\"\\ <b>",
        "Chloé",
        TaskState.DOING,
        LocalDate.parse("2026-11-27"),
        new PromisedBenefit(55.5, 10161.6, 3, LocalDate.parse("2026-11-01")),
        Instant.parse("2026-11-12T03:00:00Z"),
        6.25,
        "first line\nsecond 😀");
  }

  static TaskCard with(TaskCard card, @Nullable String owner, TaskState state) {
    return new TaskCard(
        card.cluster(),
        card.fingerprints(),
        card.title(),
        owner,
        state,
        card.due(),
        card.promised(),
        card.fixedAt(),
        card.hoursSpent(),
        card.note());
  }

  @Test
  void keepsWhatWasWrittenAndWhatWasNot() throws Exception {
    ReviewStore store = open();
    TaskCard little = TaskCard.titled("billing", List.of(), "is it still used?");

    Task first = store.create(full(), ANN);
    Task second = store.create(little, BEN);

    assertThat(first).isEqualTo(new Task(1, 1, NOW, NOW, full()));
    assertThat(second.card()).isEqualTo(little);
    assertThat(store.tasks()).containsExactly(second, first);
    assertThat(store.find(1)).contains(first);
    assertThat(store.find(3)).isEmpty();
  }

  @Test
  void survivesARestart() throws Exception {
    ReviewStore store = open();
    Task task = store.create(full(), ANN);
    long version = store.version();
    store.close();

    ReviewStore again = open();
    assertThat(again.tasks()).containsExactly(task);
    assertThat(again.version()).isEqualTo(version);
  }

  @Test
  void everyChangeStandsInTheHistoryForGood() throws Exception {
    ReviewStore store = open();
    Task task = store.create(full(), ANN);
    Task changed = store.change(task.id(), 1, with(full(), null, TaskState.DONE), BEN);
    store.say(task.id(), new TaskRemark(true, "We wait for the release of Monday."), ANN);

    assertThat(changed.version()).isEqualTo(2);
    assertThat(changed.touchedAt()).isEqualTo(BEN.at());
    assertThat(changed.createdAt()).isEqualTo(NOW);
    assertThat(store.history(task.id()))
        .containsExactly(
            new TaskEvent(1, 1, ANN, TaskEvent.Kind.CREATED, null, null, null),
            new TaskEvent(2, 1, BEN, TaskEvent.Kind.CHANGED, TaskField.OWNER, "Chloé", null),
            new TaskEvent(3, 1, BEN, TaskEvent.Kind.CHANGED, TaskField.STATE, "DOING", "DONE"),
            new TaskEvent(
                4,
                1,
                ANN,
                TaskEvent.Kind.DECISION,
                null,
                null,
                "We wait for the release of Monday."));
    assertThat(store.history(2)).isEmpty();
  }

  @Test
  void aChangeThatChangesNothingIsNone() throws Exception {
    ReviewStore store = open();
    Task task = store.create(full(), ANN);
    long version = store.version();

    assertThat(store.change(task.id(), 1, full(), BEN)).isEqualTo(task);
    assertThat(store.version()).isEqualTo(version);
  }

  @Test
  void whoSawAnOlderVersionChangesNothing() throws Exception {
    ReviewStore mine = open();
    ReviewStore theirs = open();
    Task seen = mine.create(full(), ANN);
    Task newer = theirs.change(seen.id(), 1, with(full(), "Ben", TaskState.DONE), BEN);

    assertThatThrownBy(() -> mine.change(seen.id(), 1, with(full(), "Ann", TaskState.DROPPED), ANN))
        .isInstanceOf(ChangedMeanwhileException.class);
    assertThat(mine.find(seen.id())).contains(newer);
    assertThat(mine.history(seen.id())).hasSize(3);
  }

  @Test
  void whatIsNotThereCannotBeChanged() throws Exception {
    ReviewStore store = open();
    assertThatThrownBy(() -> store.change(7, 1, full(), ANN))
        .isInstanceOf(NoSuchTaskException.class);
    assertThatThrownBy(() -> store.say(7, new TaskRemark(false, "hello"), ANN))
        .isInstanceOf(NoSuchTaskException.class);
    assertThat(store.version()).isZero();
  }

  @Test
  void itsVersionTellsOfEverythingThatAnotherProgramWrote() throws Exception {
    ReviewStore mine = open();
    ReviewStore theirs = open();
    List<Long> versions = new ArrayList<>(List.of(mine.version()));
    Task task = theirs.create(full(), ANN);
    versions.add(mine.version());
    theirs.change(task.id(), 1, with(full(), "Ben", TaskState.OPEN), BEN);
    versions.add(mine.version());
    theirs.say(task.id(), new TaskRemark(false, "hello"), ANN);
    versions.add(mine.version());
    assertThat(versions).doesNotHaveDuplicates();
  }

  @Test
  void severalProgramsMakeTheTablesAtOnce() throws Exception {
    address = fresh();
    inParallel(4, n -> open().tasks());
    assertThat(open().tasks()).isEmpty();
  }

  @Test
  void manyWritersLoseNothing() throws Exception {
    List<ReviewStore> stores = List.of(open(), open());
    inParallel(
        6,
        n -> {
          for (int i = 0; i < 10; i++) {
            stores.get(n % 2).create(TaskCard.titled("main", List.of("t2-" + n), "x" + i), ANN);
          }
          return null;
        });
    List<Task> tasks = stores.get(0).tasks();
    assertThat(tasks).hasSize(60).extracting(Task::id).doesNotHaveDuplicates();
    assertThat(tasks).allSatisfy(task -> assertThat(task.card().fingerprints()).hasSize(1));
    assertThat(stores.get(1).version()).isEqualTo(60);
  }

  /** Each thread retries until its change is stored; a lost update would leave fewer hours. */
  @Test
  void ofSeveralChangesFromOneVersionExactlyOneCounts() throws Exception {
    List<ReviewStore> stores = List.of(open(), open());
    Task task = stores.get(0).create(full(), ANN);
    AtomicInteger refused = new AtomicInteger();
    inParallel(
        4,
        n -> {
          for (int done = 0; done < 5; ) {
            ReviewStore store = stores.get(n % 2);
            Task seen = store.find(task.id()).orElseThrow();
            try {
              store.change(seen.id(), seen.version(), anHourMore(seen.card()), BEN);
              done++;
            } catch (ChangedMeanwhileException e) {
              refused.incrementAndGet();
            }
          }
          return null;
        });
    Task after = stores.get(0).find(task.id()).orElseThrow();
    assertThat(after.version()).isEqualTo(21);
    assertThat(after.card().hoursSpent()).isEqualTo(26.25);
    assertThat(stores.get(0).history(task.id())).hasSize(21);
  }

  private static TaskCard anHourMore(TaskCard card) {
    Double hours = card.hoursSpent();
    return new TaskCard(
        card.cluster(),
        card.fingerprints(),
        card.title(),
        card.owner(),
        card.state(),
        card.due(),
        card.promised(),
        card.fixedAt(),
        hours == null ? 1 : hours + 1,
        card.note());
  }

  /** The work of one of several threads. */
  interface Work {
    @Nullable Object of(int thread) throws Exception;
  }

  static void inParallel(int threads, Work work) throws InterruptedException, ExecutionException {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      List<Callable<@Nullable Object>> all = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        int thread = i;
        all.add(() -> work.of(thread));
      }
      for (Future<@Nullable Object> one : executor.invokeAll(all)) {
        one.get();
      }
    } finally {
      executor.shutdownNow();
    }
  }
}
