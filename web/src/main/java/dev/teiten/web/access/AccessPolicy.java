package dev.teiten.web.access;

import dev.teiten.load.SettingException;
import io.javalin.http.Context;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The access control of the pages.
 *
 * @param kind how a reader is authenticated
 * @param secret the token, or the header's name; empty for open access
 * @param proxies the trusted reverse proxies: addresses, host names, or ranges like 10.0.0.0/8
 */
public record AccessPolicy(Kind kind, String secret, Set<String> proxies) {

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
   * @param proxies the reverse proxies that set the header, or tell the addresses of readers
   * @throws SettingException if the text has another form, or the token is missing or weak
   */
  public static AccessPolicy parse(
      @Nullable String text, Set<String> proxies, Map<String, String> environment) {
    if (text == null) {
      return open();
    }
    proxies.forEach(AddressRange::parse);
    int colon = text.indexOf(':');
    String value = text.substring(colon + 1);
    return switch (text.substring(0, Math.max(0, colon))) {
      case "file" -> token(TokenFile.read(Path.of(value)), value, proxies);
      case "env" -> token(environment.getOrDefault(value, ""), value, proxies);
      case "header" -> header(value, proxies);
      default ->
          throw new SettingException(
              "--auth " + text + " is no way to log in",
              "Write file:PATH or env:NAME for a token, or header:NAME for a reverse proxy's.");
    };
  }

  private static AccessPolicy token(String token, String where, Set<String> proxies) {
    return new AccessPolicy(Kind.TOKEN, TokenFile.checked(token, where), proxies);
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

  /** The reader's name, as the reverse proxy says; null with another kind of access. */
  public @Nullable String reader(Context ctx) {
    String name = kind == Kind.HEADER ? ctx.header(secret) : null;
    return name == null ? null : utf8(name);
  }

  /** The name if its bytes are UTF-8, as a proxy may send it; servers read headers as Latin-1. */
  private static String utf8(String name) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(name.getBytes(StandardCharsets.ISO_8859_1)))
          .toString();
    } catch (CharacterCodingException e) {
      return name;
    }
  }

  /** The address of the client: the last that a trusted proxy names, else the sender's. */
  String client(Context ctx) {
    String sender = ctx.req().getRemoteAddr();
    String forwarded = ctx.header("X-Forwarded-For");
    if (forwarded == null || !isProxy(sender)) {
      return sender;
    }
    String last = forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
    return last.matches("[0-9A-Fa-f:.]{2,45}") ? last : sender;
  }

  boolean isProxy(String address) {
    return proxies.stream().anyMatch(proxy -> AddressRange.parse(proxy).contains(address));
  }

  /** Text without the token. */
  @Override
  public String toString() {
    return "Access[" + kind + "]";
  }
}
