package dev.teiten.review;

import dev.teiten.load.Sentence;
import java.util.Locale;

/** Sentences about the difference between two plans of a query. */
public enum PlanText implements Sentence.Pattern {
  SAME("The plan is that of before: tables, indexes and access are equal."),
  TABLES("The tables are read as %s, and were as %s."),
  KEY("%s uses %s, and used %s."),
  ACCESS("%s is read by %s, and was by %s."),
  ROWS("%s: %s rows are expected, and %s were."),
  NO_INDEX("no index");

  private final String english;

  PlanText(String english) {
    this.english = english;
  }

  @Override
  public String code() {
    return "plan." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public String english() {
    return english;
  }
}
