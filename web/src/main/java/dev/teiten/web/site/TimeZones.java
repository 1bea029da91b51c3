package dev.teiten.web.site;

import dev.teiten.load.SettingException;
import dev.teiten.web.view.WrongText;
import java.time.ZoneId;
import java.util.Set;

/**
 * The time zones that a reader can choose: the names that Java and browsers have in common.
 *
 * @see <a href="https://www.iana.org/time-zones">IANA Time Zone Database</a>
 */
final class TimeZones {

  /** The parameter of an address. */
  static final String PARAMETER = "tz";

  // Prefix of zone names that exist only in Java.
  private static final String OF_JAVA = "SystemV/";
  private static final Set<String> NAMES = ZoneId.getAvailableZoneIds();

  private TimeZones() {}

  static boolean isKnown(String name, ZoneId home) {
    return name.equals(name(home)) || (NAMES.contains(name) && !name.startsWith(OF_JAVA));
  }

  /**
   * Parses a zone name, for example {@code Asia/Tokyo}.
   *
   * @param home the server's zone, which is accepted under any name
   * @throws SettingException if the zone is unknown
   */
  static ZoneId parse(String name, ZoneId home) {
    if (!isKnown(name, home)) {
      throw new SettingException(
          WrongText.NO_ZONE.of(PARAMETER, name), WrongText.WRITE_ZONE.of(PARAMETER));
    }
    return name.equals(name(home)) ? home : ZoneId.of(name);
  }

  /** The zone's name in browsers, which do not know the zone {@code Z}. */
  static String name(ZoneId zone) {
    String id = zone.getId();
    return id.equals("Z") ? "UTC" : id;
  }
}
