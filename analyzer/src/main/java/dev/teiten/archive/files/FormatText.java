package dev.teiten.archive.files;

import dev.teiten.load.Sentence;
import java.util.Locale;

/** Sentences about the format of an archive. */
public enum FormatText implements Sentence.Pattern {
  NEWER("The archive in %s has format %s; this Teiten reads formats up to %s"),
  UPDATE("Update Teiten, or name another archive with --archive.");

  private final String english;

  FormatText(String english) {
    this.english = english;
  }

  @Override
  public String code() {
    return "archive.format-" + name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String english() {
    return english;
  }
}
