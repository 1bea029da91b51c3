package dev.teiten.web.site;

import dev.teiten.load.Sentence;
import java.util.Locale;

/** Messages about missing data, with the available alternatives. */
public enum MissingText implements Sentence.Pattern {
  NO_WEEK("'%s' is not a week"),
  WRITE_WEEK("Write an ISO week, for example 2026-W46."),
  NOTHING_OF("The archive has nothing of %s"),
  HOLDS("It holds %s."),
  HOLDS_NONE("It holds no week yet; run a collect first."),
  NO_CLUSTER("There is no cluster '%s' in %s"),
  NO_CLUSTERS("No cluster has data in that week."),
  CLUSTERS("There are %s."),
  NO_QUERY("There is no query %s"),
  NO_QUERY_IN("There is no query %s in %s"),
  WHERE_QUERIES("A query has a page for the weeks in which it ran; look it up in a weekly review."),
  NO_ROUTE("No query comes from the route '%s'"),
  WHERE_ROUTES(
      "A route is known if a comment of the statement names it (sqlcommenter, Marginalia).");

  private final String english;

  MissingText(String english) {
    this.english = english;
  }

  @Override
  public String code() {
    return "missing." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public String english() {
    return english;
  }
}
