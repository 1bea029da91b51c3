package dev.teiten.load;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** JDBC URLs of MySQL, and how they are shown: a URL may hold a user and a password. */
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

  /** The server and its database: without parameters, user and password. */
  public static String shown(String url) {
    Matcher parts = SERVER.matcher(url);
    // What is written in another way may hold a password anywhere.
    return parts.lookingAt()
        ? MYSQL + "//" + parts.group("host") + Objects.requireNonNullElse(parts.group("base"), "")
        : MYSQL + "//…";
  }
}
