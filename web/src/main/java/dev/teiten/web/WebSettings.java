package dev.teiten.web;

import dev.teiten.load.SettingException;
import java.time.ZoneId;

/**
 * Where the pages are served.
 *
 * @param host the address to listen on; 127.0.0.1 keeps the pages on this machine
 * @param port 0 to 65535; 0 lets the system choose
 * @param zone whose midnight separates the weeks, and whose times the pages show
 */
public record WebSettings(String host, int port, ZoneId zone) {

  /**
   * @throws SettingException if the port is outside its range
   */
  public WebSettings {
    if (port < 0 || port > 65_535) {
      throw new SettingException("--port " + port + " is no port", "Choose 0 to 65535.");
    }
  }
}
