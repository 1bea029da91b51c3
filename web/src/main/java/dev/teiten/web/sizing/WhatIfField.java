package dev.teiten.web.sizing;

import dev.teiten.size.SizingDetails.Assumed;
import dev.teiten.size.demand.ModelAssumption;
import dev.teiten.web.view.NumberFormats;
import dev.teiten.web.view.PageTexts;

/**
 * A number that the reader can change.
 *
 * @param name name of the form's field
 * @param value as entered, valid or not; empty if a measured value is used
 * @param measured placeholder of an empty field; empty without a measurement
 * @param shown the value in use, with its unit
 * @param usual the default value
 * @param range in words
 * @param meaning the meaning in a clause
 */
public record WhatIfField(
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

  static WhatIfField of(Assumed assumed, WhatIfRequest question, PageTexts texts) {
    String key = assumed.key();
    String written = question.written(ParamKind.ASSUME, key);
    String measured = assumed.measured() ? number(assumed.usual()) : "";
    String unchanged = assumed.measured() ? "" : number(assumed.value());
    return new WhatIfField(
        ParamKind.ASSUME.field(key),
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
        question.isWrong(ParamKind.ASSUME, key));
  }

  private static String meaning(Assumed assumed, PageTexts texts) {
    String meaning = texts.find("sizing.meaning." + assumed.key()).orElse(assumed.meaning());
    return assumed.measured() ? texts.get("sizing.meaning.measured", meaning) : meaning;
  }

  /** Reserved instances of a class. */
  static WhatIfField reserved(String instanceClass, WhatIfRequest question, PageTexts texts) {
    String written = question.written(ParamKind.RESERVED, instanceClass);
    String value = written == null ? "" : written;
    return new WhatIfField(
        ParamKind.RESERVED.field(instanceClass),
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
        question.isWrong(ParamKind.RESERVED, instanceClass));
  }

  private static String number(double value) {
    return java.math.BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  private static String text(double value, ModelAssumption.Unit unit, PageTexts texts) {
    return switch (unit) {
      case SHARE -> NumberFormats.percent(value);
      case FACTOR -> NumberFormats.ratio(value) + "x";
      case CORES -> NumberFormats.ratio(value) + " " + texts.get("unit.cores");
      case MINUTES -> number(value) + " " + texts.get("unit.minutes");
      case WEEKS -> number(value) + " " + texts.get("unit.weeks");
      case USD -> NumberFormats.usd(value);
    };
  }
}
