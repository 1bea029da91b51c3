package dev.teiten.cpu;

import dev.teiten.load.Sentence;
import java.util.Locale;

/** Reasons why the CPU work of an instance is unknown. */
public enum CpuText implements Sentence.Pattern {
  NO_DATA("no data"),
  NO_COUNTER("no CPU utilization counter"),
  UNKNOWN_HARDWARE("unknown hardware: %s");

  private final String english;

  CpuText(String english) {
    this.english = english;
  }

  @Override
  public String code() {
    return "cpu." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public String english() {
    return english;
  }
}
