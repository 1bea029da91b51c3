package dev.teiten.archive.read;

import dev.teiten.load.Sentence;
import java.util.Locale;

/** Warnings of the archive: changes of an instance within the week, and damaged files. */
public enum ArchiveText implements Sentence.Pattern {
  CLASS_CHANGED("%s changed from %s to %s within the week (seen %s)."),
  BECAME_WRITER("%s became the writer within the week (seen %s)."),
  BECAME_READER("%s became a reader within the week (seen %s)."),
  WENT_AWAY("%s went away within the week (seen %s)."),
  DAMAGED(
      "%s files of the cluster are damaged and count as missing, for example %s. `teiten check"
          + " --archive` names them all; `teiten collect` fetches their days again while"
          + " Performance Insights has them.");

  private final String english;

  ArchiveText(String english) {
    this.english = english;
  }

  @Override
  public String code() {
    return "archive." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public String english() {
    return english;
  }
}
