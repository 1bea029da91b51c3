package dev.teiten.web;

import dev.teiten.load.SettingException;
import dev.teiten.web.access.AccessPolicy;
import java.time.ZoneId;
import java.util.Set;

/**
 * Where the pages are served.
 *
 * @param host the address to listen on; 127.0.0.1 keeps the pages on this machine
 * @param port 0 to 65535; 0 lets the system choose
 * @param zone whose midnight separates the weeks, and whose times the pages show
 * @param access who may see the pages
 */
public record WebSettings(String host, int port, ZoneId zone, AccessPolicy access) {

  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1");

  /** Open to everyone on this machine. */
  public WebSettings(String host, int port, ZoneId zone) {
    this(host, port, zone, AccessPolicy.open());
  }

  /**
   * @throws SettingException if the port is outside its range, or everyone in the network could
   *     read the pages
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
