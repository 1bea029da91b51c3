package dev.teiten.cli;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hooks that run when the process is asked to end. */
final class ShutdownHooks {
  private static final Logger LOG = LoggerFactory.getLogger(ShutdownHooks.class);

  private ShutdownHooks() {}

  /** Takes a hook back, unless the process is ending already. */
  static void remove(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      LOG.debug("ending already", e);
    }
  }
}
