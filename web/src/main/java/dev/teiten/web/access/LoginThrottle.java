package dev.teiten.web.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Slows down guessing: after five wrong tokens within a minute an address has to wait until the
 * minute is over. Each wrong token is logged with its address, a refusal during the wait is not.
 */
final class LoginThrottle {
  static final Duration WINDOW = Duration.ofMinutes(1);

  private static final Logger LOG = LoggerFactory.getLogger(LoginThrottle.class);
  private static final int MOST_WRONG = 5;
  private static final int MOST_ADDRESSES = 10_000;

  private final Clock clock;
  private final Cache<String, WrongLogins> wrong =
      Caffeine.newBuilder().maximumSize(MOST_ADDRESSES).build();

  private record WrongLogins(Instant since, int count) {}

  LoginThrottle(Clock clock) {
    this.clock = clock;
  }

  /** Whether the address has to wait. */
  boolean isBlocked(String address) {
    WrongLogins known = wrong.getIfPresent(address);
    return known != null && isRunning(known) && known.count >= MOST_WRONG;
  }

  /** Counts a wrong token, and logs it. */
  void note(String address) {
    WrongLogins now =
        wrong
            .asMap()
            .compute(
                address,
                (key, known) ->
                    known == null || !isRunning(known)
                        ? new WrongLogins(clock.instant(), 1)
                        : new WrongLogins(known.since, known.count + 1));
    LOG.warn(
        "wrong token from {}{}",
        address,
        now.count < MOST_WRONG ? "" : "; it has to wait until its minute is over");
  }

  private boolean isRunning(WrongLogins logins) {
    return clock.instant().isBefore(logins.since.plus(WINDOW));
  }
}
