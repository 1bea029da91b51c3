package dev.teiten.review.store;

import dev.teiten.load.Sentence;
import java.util.Locale;

/** The messages about tasks and their store, with hints. */
public enum StoreText implements Sentence.Pattern {
  MISSING("%s is missing"),
  WRITE_CHARACTERS("Write 1 to %s characters."),
  CONTROL_CHARACTER("%s has a control character"),
  WRITE_LINE("Write it in one line."),
  WRITE_PLAIN("Write plain text."),
  TOO_LONG("%s has %s characters"),
  MAY_HAVE("It may have %s."),
  CLUSTER("The cluster"),
  TITLE("The title"),
  OWNER("The owner"),
  NOTE("The note"),
  AUTHOR("Your name"),
  COMMENT("The comment"),
  EMPTY_COMMENT("The comment is empty"),
  WRITE_SOMETHING("Write something."),
  NO_HOURS("%s is not a number of hours"),
  WRITE_UP_TO("Write 0 to %s."),
  MANY_QUERIES("A task about %s queries"),
  QUERIES_AT_MOST("It may be about %s at most."),
  NO_FINGERPRINT("A fingerprint of the task is not valid"),
  WRITE_IDS("Write ids like t3-9f3c…, not statements."),
  NO_PERCENT("A promise of %s percent cannot be kept"),
  WRITE_PERCENT("Write above 0 to 100."),
  NO_SAVING("%s is not a saving in dollars a month"),
  WRITE_SAVING("Write 0 or more."),
  NO_INSTANCES("%s is not a number of instances"),
  NO_TASK("There is no task #%s"),
  TASKS_PAGE("The tasks page lists them all."),
  CHANGED("Task #%s was changed by somebody else meanwhile"),
  NOTHING_WRITTEN("Nothing was written. Read the task as it is now, and change it again."),
  NO_STORE("There is no store for tasks here"),
  START_WITH_STORE("Start `teiten serve` with an archive or --store."),
  STORE("The store of tasks %s %s"),
  FAILED("failed"),
  IT_SAID("It said: %s."),
  NEWER("has schema %s; this Teiten writes schemas up to %s"),
  UPDATE("Update Teiten, or name another store."),
  LOCKED("is locked"),
  TRY_AGAIN("Another program holds the file; try again."),
  READ_ONLY("cannot be written"),
  MAY_YOU_WRITE(
      "Check that you may write the file and its folder, and that the disk is not read-only."),
  CANNOT_GROW("cannot grow"),
  DISK_FULL("The disk is full."),
  NO_SQLITE("is not an SQLite database"),
  NAME_ANOTHER("Name another file."),
  NOT_OPENED("cannot be opened (SQLite code %s)"),
  MAY_YOU_READ("Check that it is a file on a local disk that you may read and write."),
  HAS_FOLDER("Check that its folder exists and that you may write to it."),
  LOGIN_REFUSED("refused the login"),
  SET_LOGIN("Set TEITEN_STORE_USER and TEITEN_STORE_PASSWORD, or the URL."),
  NO_ANSWER("does not answer"),
  IS_IT_UP(
      "Check the server, the host and the port. Without TLS the URL may need allowPublicKeyRetrieval=true."),
  NOT_THERE("does not exist"),
  CREATE_DATABASE("Create the database: CREATE DATABASE … CHARACTER SET utf8mb4."),
  USER_NEEDS(
      "The user needs SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER, INDEX and REFERENCES on the database."),
  ERROR("failed with error %s (SQLSTATE %s)"),
  SEE_REFERENCE("The MySQL error reference explains it.");

  private final String english;

  StoreText(String english) {
    this.english = english;
  }

  @Override
  public String code() {
    return "store." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public String english() {
    return english;
  }
}
