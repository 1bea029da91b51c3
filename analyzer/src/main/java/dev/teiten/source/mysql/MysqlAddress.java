package dev.teiten.source.mysql;

import dev.teiten.load.MysqlUrl;
import dev.teiten.load.SettingException;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Where the server to sample is.
 *
 * @param url a JDBC URL of one MySQL server; it may hold a user and a password, so it is never
 *     shown
 * @param user null if the URL has it, or none is needed
 * @param password null if the URL has it, or none is needed
 */
public record MysqlAddress(String url, @Nullable String user, @Nullable String password) {
  private static final int CONNECT_MILLIS = 3_000;

  /** A server that hangs is given up after this; a query that is slow ends by itself before. */
  private static final int ANSWER_MILLIS = 5_000;

  /**
   * @throws SettingException if it is no address of one MySQL
   */
  public MysqlAddress {
    if (!url.startsWith("jdbc:mysql://")) {
      throw new SettingException(
          "--jdbc-url is no address of a MySQL",
          "Write jdbc:mysql://host:3306/; user and password belong into TEITEN_SAMPLE_USER and"
              + " TEITEN_SAMPLE_PASSWORD.");
    }
  }

  /**
   * As {@code --jdbc-url} says it.
   *
   * @param environment has {@code TEITEN_SAMPLE_USER} and {@code TEITEN_SAMPLE_PASSWORD}, if needed
   */
  public static MysqlAddress of(String url, Map<String, String> environment) {
    return new MysqlAddress(
        url, environment.get("TEITEN_SAMPLE_USER"), environment.get("TEITEN_SAMPLE_PASSWORD"));
  }

  /** For the driver; what the URL says wins. */
  Properties properties() {
    Properties properties = new Properties();
    properties.setProperty("connectTimeout", String.valueOf(CONNECT_MILLIS));
    properties.setProperty("socketTimeout", String.valueOf(ANSWER_MILLIS));
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty("connectionAttributes", "program_name:teiten");
    if (user != null) {
      properties.setProperty("user", user);
    }
    if (password != null) {
      properties.setProperty("password", password);
    }
    return properties;
  }

  /** Never a user or a password. */
  @Override
  public String toString() {
    return MysqlUrl.shown(url);
  }
}
