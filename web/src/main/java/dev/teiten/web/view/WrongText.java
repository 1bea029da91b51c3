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
  NO_FIX("fix=%s is not a fix"),
  WRITE_FIX("Write FINGERPRINT:PERCENT, for example t3-9f3c…:55."),
  FOREIGN("This request to write may come from another site"),
  SEND_HEADER("A script sends the header %s: 1 with it."),
  OTHER_NAME("These pages are served under the names of this machine only"),
  ASK_LOOPBACK("Ask for 127.0.0.1 or localhost; --auth allows other names."),
  NO_TOKEN("This needs the token"),
  SEND_TOKEN("Send it as Authorization: Bearer …, or log in."),
  NOT_LOGGED_IN("You are not logged in at the reverse proxy"),
  THROUGH_PROXY("Open the pages through it.");

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
