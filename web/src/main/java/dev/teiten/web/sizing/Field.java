package dev.teiten.web.sizing;

import dev.teiten.size.Assumption;
import dev.teiten.size.SizingDetails.Assumed;
import dev.teiten.web.view.Format;
import dev.teiten.web.view.Texts;

/**
 * A number that the reader can change.
 *
 * @param name of the form's field
 * @param value as written, right or wrong; empty where it is measured and nobody says otherwise
 * @param measured what stands in an empty field; empty where nothing was measured
 * @param shown the value in use, with its unit
 * @param usual what it is if nobody says otherwise
 * @param range in words
 * @param meaning in a clause
 */
public record Field(
    String name,
    String label,
    String value,
    String measured,
    String shown,
    String low,
    String high,
    String usual,
    String range,
    String meaning,
    boolean changed,
    boolean wrong) {

  static Field of(Assumed assumed, Question question, Texts texts) {
    String key = assumed.key();
    String written = question.written(Kind.ASSUME, key);
    String measured = assumed.measured() ? number(assumed.usual()) : "";
    String unchanged = assumed.measured() ? "" : number(assumed.value());
    return new Field(
        Kind.ASSUME.field(key),
        texts.find("sizing.assumption." + key).orElse(key),
        written == null ? unchanged : written,
        measured,
        text(assumed.value(), assumed.unit(), texts),
        number(assumed.low()),
        number(assumed.high()),
        number(assumed.usual()),
        text(assumed.low(), assumed.unit(), texts)
            + " – "
            + text(assumed.high(), assumed.unit(), texts),
        meaning(assumed, texts),
        written != null,
        question.isWrong(Kind.ASSUME, key));
  }

  private static String meaning(Assumed assumed, Texts texts) {
    String meaning = texts.find("sizing.meaning." + assumed.key()).orElse(assumed.meaning());
    return assumed.measured() ? texts.get("sizing.meaning.measured", meaning) : meaning;
  }

  /** Reserved instances of a class. */
  static Field reserved(String instanceClass, Question question, Texts texts) {
    String written = question.written(Kind.RESERVED, instanceClass);
    String value = written == null ? "" : written;
    return new Field(
        Kind.RESERVED.field(instanceClass),
        instanceClass,
        value,
        "",
        value,
        "0",
        "1000",
        "",
        "0 – 1000",
        texts.get("sizing.reserved.meaning"),
        written != null,
        question.isWrong(Kind.RESERVED, instanceClass));
  }

  private static String number(double value) {
    return java.math.BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  private static String text(double value, Assumption.Unit unit, Texts texts) {
    return switch (unit) {
      case SHARE -> Format.percent(value);
      case FACTOR -> Format.ratio(value) + "x";
      case CORES -> Format.ratio(value) + " " + texts.get("unit.cores");
      case USD -> Format.usd(value);
    };
  }
}
