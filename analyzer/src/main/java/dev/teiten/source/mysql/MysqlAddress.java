package dev.teiten.source.mysql;

import dev.teiten.load.MysqlUrl;
import dev.teiten.load.SettingException;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The address of the server to sample.
 *
 * @param url a JDBC URL of one MySQL server; never shown, because it may contain a user and a
 *     password
 * @param user null if the URL has it, or none is needed
 * @param password null if the URL has it, or none is needed
 */
public record MysqlAddress(String url, @Nullable String user, @Nullable String password) {
  private static final int CONNECT_MILLIS = 3_000;

  /** Timeout for a server that hangs; a slow query reaches its own limit earlier. */
  private static final int ANSWER_MILLIS = 5_000;

  /**
   * @throws SettingException if the URL is not the address of one MySQL server
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
   * The address in {@code --jdbc-url}.
   *
   * @param environment may have {@code TEITEN_SAMPLE_USER} and {@code TEITEN_SAMPLE_PASSWORD}
   */
  public static MysqlAddress of(String url, Map<String, String> environment) {
    return of(url, "TEITEN_SAMPLE", environment);
  }

  /**
   * The address in {@code --jdbc-url}.
   *
   * @param account the beginning of the names of its variables, such as {@code TEITEN_EXPLAIN}
   * @param environment may have {@code account_USER} and {@code account_PASSWORD}
   */
  public static MysqlAddress of(String url, String account, Map<String, String> environment) {
    return new MysqlAddress(
        url, environment.get(account + "_USER"), environment.get(account + "_PASSWORD"));
  }

  /** The driver's properties; values in the URL take precedence. */
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

  /** The host and port, without user and password. */
  @Override
  public String toString() {
    return MysqlUrl.shown(url);
  }
}
