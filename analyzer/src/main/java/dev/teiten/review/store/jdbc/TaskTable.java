package dev.teiten.review.store.jdbc;

import dev.teiten.review.store.AuthorStamp;
import dev.teiten.review.store.Task;
import dev.teiten.review.store.TaskCard;
import dev.teiten.review.store.TaskEvent;
import dev.teiten.review.store.TaskField;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** The SQL statements about tasks; they are equal for SQLite and MySQL. */
final class TaskTable {
  private static final String COLUMNS =
      "cluster = :cluster, title = :title, owner = :owner, state = :state, due = :due,"
          + " percent = :percent, monthly_usd = :monthlyUsd, instances = :instances,"
          + " prices_as_of = :pricesAsOf, fixed_at = :fixedAt, hours_spent = :hoursSpent,"
          + " note = :note";

  private final Handle handle;

  TaskTable(Handle handle) {
    this.handle = handle;
  }

  long insert(TaskCard card, Instant at) {
    Update insert =
        handle.createUpdate(
            "insert into teiten_task (version, created_at, touched_at, cluster, title, owner,"
                + " state, due, percent, monthly_usd, instances, prices_as_of, fixed_at,"
                + " hours_spent, note) values (1, :at, :at, :cluster, :title, :owner, :state, :due,"
                + " :percent, :monthlyUsd, :instances, :pricesAsOf, :fixedAt, :hoursSpent, :note)");
    long id =
        bind(insert.bind("at", RowMapping.text(at)), card)
            .executeAndReturnGeneratedKeys("id")
            .mapTo(Long.class)
            .one();
    insertQueries(id, card);
    return id;
  }

  /** Whether the task still had the version that was seen. */
  boolean update(long id, int seen, TaskCard card, Instant at) {
    Update update =
        handle.createUpdate(
            "update teiten_task set version = version + 1, touched_at = :at, "
                + COLUMNS
                + " where id = :id and version = :seen");
    update.bind("at", RowMapping.text(at)).bind("id", id).bind("seen", seen);
    if (bind(update, card).execute() == 0) {
      return false;
    }
    handle.execute("delete from teiten_task_query where task_id = ?", id);
    insertQueries(id, card);
    return true;
  }

  /** Whether there is such a task. */
  boolean touch(long id, Instant at) {
    return handle.execute(
            "update teiten_task set touched_at = ? where id = ?", RowMapping.text(at), id)
        > 0;
  }

  void insertEvent(
      long id, AuthorStamp by, TaskEvent.Kind kind, TaskField.@Nullable FieldEdit change) {
    handle
        .createUpdate(
            "insert into teiten_task_event (task_id, happened_at, author, kind, field, old_value,"
                + " new_value) values (:task, :at, :author, :kind, :field, :old, :new)")
        .bind("task", id)
        .bind("at", RowMapping.text(by.at()))
        .bind("author", by.author())
        .bind("kind", kind.name())
        .bind("field", change == null ? null : change.field().name())
        .bind("old", change == null ? null : change.before())
        .bind("new", change == null ? null : change.after())
        .execute();
  }

  void insertRemark(long id, AuthorStamp by, TaskEvent.Kind kind, String text) {
    handle.execute(
        "insert into teiten_task_event (task_id, happened_at, author, kind, new_value)"
            + " values (?, ?, ?, ?, ?)",
        id,
        RowMapping.text(by.at()),
        by.author(),
        kind.name(),
        text);
  }

  List<Task> find(long id) {
    return tasks(
        handle.createQuery("select * from teiten_task where id = :id").bind("id", id),
        handle
            .createQuery(
                "select task_id, fingerprint from teiten_task_query where task_id = :id"
                    + " order by place")
            .bind("id", id));
  }

  List<Task> all() {
    return tasks(
        handle.createQuery("select * from teiten_task order by id desc"),
        handle.createQuery(
            "select task_id, fingerprint from teiten_task_query order by task_id, place"));
  }

  List<TaskEvent> events(long id) {
    return handle
        .createQuery("select * from teiten_task_event where task_id = :id order by id")
        .bind("id", id)
        .map((row, context) -> RowMapping.event(row))
        .list();
  }

  /** The number of events; the highest id would miss an event that was committed late. */
  long countEvents() {
    return handle.createQuery("select count(*) from teiten_task_event").mapTo(Long.class).one();
  }

  private static List<Task> tasks(Query tasks, Query queries) {
    Map<Long, List<String>> fingerprints = new HashMap<>();
    queries
        .map((row, context) -> Map.entry(row.getLong("task_id"), row.getString("fingerprint")))
        .forEach(
            query ->
                fingerprints
                    .computeIfAbsent(query.getKey(), task -> new ArrayList<>())
                    .add(query.getValue()));
    return tasks
        .map(
            (row, context) ->
                RowMapping.task(row, fingerprints.getOrDefault(row.getLong("id"), List.of())))
        .list();
  }

  private void insertQueries(long id, TaskCard card) {
    int place = 0;
    for (String fingerprint : card.fingerprints()) {
      handle.execute(
          "insert into teiten_task_query (task_id, place, fingerprint) values (?, ?, ?)",
          id,
          place++,
          fingerprint);
    }
  }

  private static Update bind(Update update, TaskCard card) {
    return update
        .bind("cluster", card.cluster())
        .bind("title", card.title())
        .bind("owner", card.owner())
        .bind("state", card.state().name())
        .bind("due", RowMapping.text(card.due()))
        .bind("percent", card.promised().percent())
        .bind("monthlyUsd", card.promised().monthlyUsd())
        .bind("instances", card.promised().instances())
        .bind("pricesAsOf", RowMapping.text(card.promised().pricesAsOf()))
        .bind("fixedAt", RowMapping.text(card.fixedAt()))
        .bind("hoursSpent", card.hoursSpent())
        .bind("note", card.note());
  }
}
