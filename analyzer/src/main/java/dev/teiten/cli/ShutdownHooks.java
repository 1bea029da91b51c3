package dev.teiten.cli;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hooks that run when the process is terminated. */
final class ShutdownHooks {
  private static final Logger LOG = LoggerFactory.getLogger(ShutdownHooks.class);

  private ShutdownHooks() {}

  /** Removes a hook, unless the process is terminating already. */
  static void remove(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      LOG.debug("ending already", e);
    }
  }
}
