package dev.teiten.web;

import dev.teiten.load.SettingException;
import dev.teiten.web.access.AccessPolicy;
import java.time.ZoneId;
import java.util.Set;

/**
 * The settings of the web server.
 *
 * @param host the address to listen on; 127.0.0.1 keeps the pages on this machine
 * @param port 0 to 65535; 0 lets the system choose
 * @param zone the time zone of the weeks and of the displayed times
 * @param access the access control of the pages
 * @param openMetrics whether {@code /metrics} needs no login
 */
public record WebSettings(
    String host, int port, ZoneId zone, AccessPolicy access, boolean openMetrics) {

  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1");

  /** Settings without access control, for a loopback address. */
  public WebSettings(String host, int port, ZoneId zone) {
    this(host, port, zone, AccessPolicy.open());
  }

  /** Settings by which {@code /metrics} needs the login of the pages. */
  public WebSettings(String host, int port, ZoneId zone, AccessPolicy access) {
    this(host, port, zone, access, false);
  }

  /**
   * @throws SettingException if the port is outside its range, or the pages would be open to the
   *     network
   */
  public WebSettings {
    if (port < 0 || port > 65_535) {
      throw new SettingException("--port " + port + " is no port", "Choose 0 to 65535.");
    }
    if (access.kind() == AccessPolicy.Kind.OPEN && !LOOPBACK.contains(host)) {
      throw new SettingException(
          "--host " + host + " is not a loopback address, and there is no --auth",
          "Add --auth (see --help), or listen on 127.0.0.1 behind a reverse proxy with a login.");
    }
  }
}
