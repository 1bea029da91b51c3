package dev.teiten.cpu;

import dev.teiten.load.Sentence;
import java.util.Locale;

/** Reasons why the CPU work of an instance is unknown. */
public enum CpuText implements Sentence.Pattern {
  NO_DATA("no data"),
  NO_COUNTER("no CPU utilization counter"),
  UNKNOWN_HARDWARE("unknown hardware: %s"),
  NO_ACU_RANGE("no range of its capacity units (ACU), which rds:DescribeDBClusters tells"),
  NO_ALLOCATION("no counter of the capacity units (ACU) allocated to it");

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
