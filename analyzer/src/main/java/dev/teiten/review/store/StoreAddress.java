package dev.teiten.review.store;

import dev.teiten.load.MysqlUrl;
import dev.teiten.load.SettingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The address of a store.
 *
 * @param url a JDBC URL of SQLite or MySQL; it may hold a user and a password, so it is never shown
 *     whole
 * @param user null if the URL contains it, or none is needed
 * @param password null if the URL contains it, or none is needed
 */
public record StoreAddress(String url, @Nullable String user, @Nullable String password) {
  private static final String SQLITE = "jdbc:sqlite:";
  private static final String FILE = "reviews.sqlite";

  /**
   * @throws SettingException if it is neither SQLite nor MySQL
   */
  public StoreAddress {
    if (!url.startsWith(SQLITE) && !MysqlUrl.isMysql(url)) {
      throw new SettingException(
          "--store is no address of a store",
          "Write jdbc:sqlite:/path/reviews.sqlite or jdbc:mysql://host/database; user and password"
              + " belong into TEITEN_STORE_USER and TEITEN_STORE_PASSWORD.");
    }
  }

  /**
   * The address given by {@code --store}.
   *
   * @param environment has {@code TEITEN_STORE_USER} and {@code TEITEN_STORE_PASSWORD}, if needed
   */
  public static StoreAddress of(String url, Map<String, String> environment) {
    return new StoreAddress(
        url, environment.get("TEITEN_STORE_USER"), environment.get("TEITEN_STORE_PASSWORD"));
  }

  /** The file in an archive's folder, the default store. */
  public static StoreAddress in(Path archive) {
    return new StoreAddress(SQLITE + archive.resolve(FILE), null, null);
  }

  public boolean isSqlite() {
    return url.startsWith(SQLITE);
  }

  /** Whether the store may hold tasks: false only if its file does not exist. */
  public boolean mayHoldTasks() {
    return !isSqlite() || Files.exists(file());
  }

  private Path file() {
    return Path.of(withoutParameters(url.substring(SQLITE.length())).replaceFirst("^file:", ""));
  }

  /** The file, or the server and its database: without parameters, user and password. */
  public String shown() {
    return isSqlite() ? withoutParameters(url) : MysqlUrl.shown(url);
  }

  private static String withoutParameters(String text) {
    int parameters = text.indexOf('?');
    return parameters < 0 ? text : text.substring(0, parameters);
  }

  /** The address without user and password. */
  @Override
  public String toString() {
    return shown();
  }
}
