package dev.teiten.web.view;

import dev.teiten.load.Sentence;
import java.util.Locale;

/** Errors of an address or a form, and refusals, with a remedy. */
public enum WrongText implements Sentence.Pattern {
  NO_RANGE("from=%s&to=%s is not a time range"),
  WRITE_RANGE("Write instants like 2026-11-09T00:00:00Z, the earlier one first."),
  NO_TIME("at='%s' is not a time"),
  WRITE_TIME("Write it as 2026-11-10T14:00:00Z."),
  NO_ZONE("%s=%s is not a time zone"),
  WRITE_ZONE("Write its name, for example %s=Asia/Tokyo or UTC."),
  NO_TASK("'%s' is not a task"),
  TASK_NUMBERS("Tasks have numbers, from 1 on."),
  NO_VERSION("The version of the task is missing"),
  OPEN_AGAIN("Open it and try again."),
  UNREADABLE("%s='%s' cannot be read"),
  AS_THE_FORM("Write it as the form suggests."),
  SEND_VERSION("Send the version that you read, such as \"version\": 1."),
  NO_OBJECT("The body is no JSON object"),
  SEND_OBJECT("Send one such as {\"author\": \"Ann\"}, with each member once."),
  NO_FIELD("There is no member '%s'"),
  FIELDS("The members are %s."),
  WRONG_TYPE("%s has another type of value"),
  A_TEXT("Write a text in quotes."),
  A_NUMBER("Write a number without quotes."),
  AN_INTEGER("Write a whole number without quotes."),
  A_FLAG("Write true or false."),
  TEXTS("Write a list of texts such as [\"t3-…\"], or []."),
  FORMS("States are OPEN, DOING, DONE, DROPPED; days 2026-11-27; instants 2026-11-10T14:00:00Z."),
  NO_CLUSTER("The archive has no cluster '%s'"),
  CLUSTER_NAMES("The fleet page lists the names."),
  FAR_DATE("%s=%s is out of range"),
  DATES("Write %s to %s."),
  NO_MARK("There is no such mark of a person"),
  READ_MARKS("Read the marks again; those of RDS cannot be changed."),
  NO_FIX("fix=%s is not a fix"),
  WRITE_FIX("Write FINGERPRINT:PERCENT, for example t3-9f3c…:55."),
  FOREIGN("This request to write may come from another site"),
  SEND_HEADER("A script sends the header %s: 1 with it."),
  OTHER_NAME("These pages are served under the names of this machine only"),
  ASK_LOOPBACK("Ask for 127.0.0.1 or localhost; --auth allows other names."),
  NO_TOKEN("This needs the token"),
  SEND_TOKEN("Send it as Authorization: Bearer …, or log in."),
  NOT_LOGGED_IN("You are not logged in at the reverse proxy"),
  THROUGH_PROXY("Open the pages through it."),
  MANY_LOGINS("Too many wrong tokens came from your address"),
  WAIT("Wait a minute, and try again."),
  OVERRIDE("A request may not override its method"),
  SEND_METHOD("Send it with the method itself.");

  private final String english;

  WrongText(String english) {
    this.english = english;
  }

  @Override
  public String code() {
    return "wrong." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public String english() {
    return english;
  }
}
