package dev.teiten.web.sizing;

import dev.teiten.size.SizingAdvice.Fix;
import dev.teiten.size.demand.ModelAssumption;
import dev.teiten.web.site.PageVisit;
import dev.teiten.web.view.NumberFormats;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A parameter of the address.
 *
 * @param value as entered, for example {@code FINGERPRINT:80} for a fix
 */
public record WhatIfParam(ParamKind kind, String value) {
  /** Assumptions that the data may measure, so the default may differ from the value in use. */
  private static final Set<ModelAssumption> MEASURABLE =
      EnumSet.of(ModelAssumption.BURST_LOW, ModelAssumption.BURST_HIGH);

  static WhatIfParam of(Fix fix) {
    return new WhatIfParam(
        ParamKind.FIX, fix.fingerprint() + ":" + NumberFormats.coordinate(fix.percent()));
  }

  /**
   * The entries of an address. A form writes {@code fix.FINGERPRINT=80} and sends unchanged fields
   * too. Blank values, fixes of 0 percent and default assumptions are therefore not entries.
   */
  static List<WhatIfParam> entries(PageVisit visit) {
    List<WhatIfParam> entries = new ArrayList<>();
    for (Map.Entry<String, List<String>> parameter : visit.allParams().entrySet()) {
      String[] parts = parameter.getKey().split("\\.", 2);
      Optional<ParamKind> kind = ParamKind.of(parts[0]);
      if (kind.isPresent() && (parts.length == 1 || kind.get().isKeyed())) {
        String key = parts.length == 1 ? "" : parts[1] + ":";
        parameter.getValue().stream()
            .filter(value -> !value.isBlank())
            .map(value -> new WhatIfParam(kind.get(), key + value.strip()))
            .filter(entry -> !entry.isUsual())
            .forEach(entries::add);
      }
    }
    return entries;
  }

  /** The subject: a fingerprint, a class or a name; empty if the parameter has one value only. */
  String key() {
    int colon = colon();
    return colon < 0 ? "" : value.substring(0, colon);
  }

  /** The value for the subject. */
  String content() {
    return value.substring(colon() + 1);
  }

  /** The position of the colon; a time of day contains another one. */
  private int colon() {
    if (!kind.isKeyed()) {
      return -1;
    }
    return kind == ParamKind.FIX ? value.lastIndexOf(':') : value.indexOf(':');
  }

  private boolean isUsual() {
    return switch (kind) {
      case FIX -> isNumber(0);
      case RESERVED -> isNumber(0);
      case ASSUME ->
          Arrays.stream(ModelAssumption.values())
              .filter(assumption -> !MEASURABLE.contains(assumption))
              .anyMatch(
                  assumption -> assumption.key().equals(key()) && isNumber(assumption.usual()));
      default -> false;
    };
  }

  private boolean isNumber(double number) {
    try {
      return Double.parseDouble(content()) == number;
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
