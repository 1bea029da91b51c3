package dev.teiten.web.access;

import dev.teiten.load.SettingException;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The access control of the pages.
 *
 * @param kind how a reader is authenticated
 * @param secret the token, or the header's name; empty for open access
 * @param proxies the trusted proxy addresses; empty unless the kind is HEADER
 */
public record AccessPolicy(Kind kind, String secret, Set<String> proxies) {

  /** Minimum length that makes a token hard to guess. */
  private static final int SHORTEST_TOKEN = 20;

  /** How a reader is authenticated. */
  public enum Kind {
    /** No authentication; the port is reachable only from this machine. */
    OPEN,
    /** A token: by {@code Authorization: Bearer}, or entered once in a browser. */
    TOKEN,
    /** A header that only a reverse proxy with its own login can set. */
    HEADER
  }

  public AccessPolicy {
    proxies = Set.copyOf(proxies);
  }

  /** Open access; only for a loopback address. */
  public static AccessPolicy open() {
    return new AccessPolicy(Kind.OPEN, "", Set.of());
  }

  /**
   * Parses {@code --auth}: {@code file:PATH} or {@code env:NAME} (the place of the token), or
   * {@code header:NAME}.
   *
   * @param proxies the addresses of the reverse proxies that set the header
   * @throws SettingException if the text has another form, or the token is missing or short
   */
  public static AccessPolicy parse(
      @Nullable String text, Set<String> proxies, Map<String, String> environment) {
    if (text == null) {
      return open();
    }
    int colon = text.indexOf(':');
    String value = text.substring(colon + 1);
    return switch (text.substring(0, Math.max(0, colon))) {
      case "file" -> token(read(Path.of(value)), value);
      case "env" -> token(environment.getOrDefault(value, ""), value);
      case "header" -> header(value, proxies);
      default ->
          throw new SettingException(
              "--auth " + text + " is no way to log in",
              "Write file:PATH or env:NAME for a token, or header:NAME for a reverse proxy's.");
    };
  }

  private static AccessPolicy token(String token, String where) {
    String stripped = token.strip();
    if (stripped.length() < SHORTEST_TOKEN) {
      throw new SettingException(
          "The token of --auth in " + where + " has " + stripped.length() + " characters",
          "It needs " + SHORTEST_TOKEN + " or more, such as those of `openssl rand -hex 24`.");
    }
    return new AccessPolicy(Kind.TOKEN, stripped, Set.of());
  }

  private static AccessPolicy header(String name, Set<String> proxies) {
    if (!name.matches("[A-Za-z0-9-]+")) {
      throw new SettingException(
          "--auth header:" + name + " names no header", "Write it as header:X-Forwarded-User.");
    }
    if (proxies.isEmpty()) {
      throw new SettingException(
          "--auth header:" + name + " would believe anyone who sends that header",
          "Say which addresses the reverse proxy has: --trusted-proxy 10.0.0.5.");
    }
    return new AccessPolicy(Kind.HEADER, name, proxies);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new SettingException(
          "The token of --auth cannot be read from " + file, "Does the file exist, and may you?");
    }
  }

  /** The reader's name, as the reverse proxy says; null with another kind of access. */
  public @Nullable String reader(Context ctx) {
    return kind == Kind.HEADER ? ctx.header(secret) : null;
  }

  /** Text without the token. */
  @Override
  public String toString() {
    return "Access[" + kind + "]";
  }
}
