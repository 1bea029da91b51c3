package dev.teiten.load;

import java.util.Locale;

/** Errors in a mark's label, and how to write it. */
public enum MarkText implements Sentence.Pattern {
  LENGTH("The label of a mark has %s characters"),
  ALLOWED_LENGTH("It may have 1 to %s, for example \"deploy 1234\"."),
  CONTROL_CHARACTER("The label of a mark has a control character"),
  ONE_LINE("Write it in one line of plain text."),
  FUTURE("A mark at %s would be in the future"),
  LONG_AGO("A mark at %s would be older than ten years"),
  WRITE_PAST("Write when it happened, within the last ten years."),
  SWITCHED("Another DB cluster (%2$s) took the name %1$s over: a switchover or a replacement.");

  private final String english;

  MarkText(String english) {
    this.english = english;
  }

  @Override
  public String code() {
    return "mark." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public String english() {
    return english;
  }
}
