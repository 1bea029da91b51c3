package dev.teiten.web.view;

import org.jspecify.annotations.Nullable;

/** A capacity in words. */
public final class Capacity {

  private Capacity() {}

  /**
   * {@code 1 + 8 × db.r5.8xlarge}, or {@code db.r5.8xlarge + 3 × db.r5.4xlarge}; without classes
   * that are not known.
   */
  public static String text(
      @Nullable String writerClass, @Nullable String readerClass, int readers) {
    if (writerClass == null) {
      return readers == 0 ? "1" : "1 + " + readers;
    }
    if (readers == 0 || readerClass == null) {
      return "1 × " + writerClass;
    }
    return readerClass.equals(writerClass)
        ? "1 + " + readers + " × " + writerClass
        : writerClass + " + " + readers + " × " + readerClass;
  }

  public static String price(@Nullable Double monthlyUsd, Texts texts) {
    return monthlyUsd == null ? texts.get("noPrice") : Format.usd(monthlyUsd);
  }
}
