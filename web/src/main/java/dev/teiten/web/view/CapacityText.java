package dev.teiten.web.view;

import dev.teiten.size.SizingAdvice;
import org.jspecify.annotations.Nullable;

/** A capacity in words. */
public final class CapacityText {

  private CapacityText() {}

  /**
   * An option, for example {@code 1 + 8 × db.r5.8xlarge} or {@code db.r5.8xlarge + 3 ×
   * db.r5.4xlarge}.
   */
  public static String text(SizingAdvice.Option option) {
    return text(
        option.writerLabel(),
        option.readerLabel(),
        readers(option.readers(), option.autoscaling()));
  }

  /** Today's capacity; its classes may be unknown. */
  public static String text(SizingAdvice.Current now, PageTexts texts) {
    String writer = now.writerLabel();
    return writer == null
        ? unknown(number(1, now.readers(), now.autoscaling()), texts)
        : text(writer, now.readerLabel(), readers(now.readers(), now.autoscaling()));
  }

  /** A number of readers, for example {@code 3}, or {@code 2–8} if it is scaled; empty for none. */
  private static String readers(int readers, SizingAdvice.@Nullable Autoscaling scaled) {
    if (scaled != null) {
      return scaled.min() + "–" + scaled.max();
    }
    return readers == 0 ? "" : String.valueOf(readers);
  }

  /** Writers and readers, for example {@code 1 + 8}, or {@code 1 + 2–8} if they are scaled. */
  public static String number(
      long writers, long readers, SizingAdvice.@Nullable Autoscaling scaled) {
    String some = readers((int) readers, scaled);
    return writers + (some.isEmpty() ? "" : " + " + some);
  }

  /** A number of instances of an unknown class. */
  public static String unknown(String number, PageTexts texts) {
    return texts.get("capacity.unknownClass", number);
  }

  private static String text(String writerClass, @Nullable String readerClass, String readers) {
    if (readers.isEmpty() || readerClass == null) {
      return "1 × " + writerClass;
    }
    return readerClass.equals(writerClass)
        ? "1 + " + readers + " × " + writerClass
        : writerClass + " + " + readers + " × " + readerClass;
  }

  public static String price(@Nullable Double monthlyUsd, PageTexts texts) {
    return monthlyUsd == null ? texts.get("noPrice") : NumberFormats.usd(monthlyUsd);
  }
}
