package dev.teiten.load;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** JDBC URLs of MySQL, and a form of them that shows no user and no password. */
public final class MysqlUrl {
  private static final String MYSQL = "jdbc:mysql:";
  private static final Pattern SERVER =
      Pattern.compile(
          MYSQL
              + "//(?:[^/@?]*@)?(?<host>[A-Za-z0-9._:,\\[\\]-]*)(?<base>/[A-Za-z0-9_$-]*)?(?=$|\\?[^@]*$)");

  private MysqlUrl() {}

  public static boolean isMysql(String url) {
    return url.startsWith(MYSQL);
  }

  /** The URL's server and database, without parameters, user and password. */
  public static String shown(String url) {
    Matcher parts = SERVER.matcher(url);
    // A URL in another form may have a password in any place.
    return parts.lookingAt()
        ? MYSQL + "//" + parts.group("host") + Objects.requireNonNullElse(parts.group("base"), "")
        : MYSQL + "//…";
  }
}
