package dev.teiten.web;

import java.time.Duration;

/** Ends a server that is asked to end by a signal. */
final class ServerEnd {
  /** The last moment, whatever is being analyzed; a service manager kills later. */
  private static final Duration LAST = ServerLimits.STOP_PATIENCE.plusSeconds(2);

  private ServerEnd() {}

  /** Lets answers under way finish, and ends the process with 0 without waiting for analyses. */
  static void onSignal(WebServer server) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  Thread last = new Thread(ServerEnd::endLater, "last moment");
                  last.setDaemon(true);
                  last.start();
                  try {
                    server.close();
                  } finally {
                    end();
                  }
                },
                "end"));
  }

  private static void endLater() {
    try {
      Thread.sleep(LAST.toMillis());
    } catch (InterruptedException e) {
      // It ends at once.
    }
    end();
  }

  private static void end() {
    // A signal would else give 143, although the server was only asked to end.
    Runtime.getRuntime().halt(0);
  }
}
