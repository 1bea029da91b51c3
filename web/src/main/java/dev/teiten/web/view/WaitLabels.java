package dev.teiten.web.view;

import dev.teiten.load.WaitClass;
import dev.teiten.load.WaitEvent;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** The names and colours of wait classes on the pages. */
public final class WaitLabels {

  private WaitLabels() {}

  /** The CSS class of the colour, for example {@code w-table-io}. */
  public static String css(WaitClass waitClass) {
    return "w-" + key(waitClass);
  }

  /** A stable name for addresses and JSON, for example {@code table-io}. */
  public static String key(WaitClass waitClass) {
    return waitClass.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static String label(WaitClass waitClass, PageTexts texts) {
    return texts.get("wait." + key(waitClass));
  }

  /** Load by class, in stacking order, from load by event name. */
  public static Map<WaitClass, Double> byClass(Map<String, Double> waits) {
    Map<WaitClass, Double> classes = new EnumMap<>(WaitClass.class);
    waits.forEach(
        (event, aas) -> classes.merge(new WaitEvent(event).waitClass(), aas, Double::sum));
    return classes;
  }
}
