package dev.teiten.collect.aws;

import dev.teiten.collect.CollectException;
import dev.teiten.collect.CollectException.Reason;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;

/** Parts that the service refused, while the rest could be had. */
final class Refusals {
  private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

  private final List<CollectException> all = new ArrayList<>();

  /**
   * Notes that this one thing is denied or not known; anything else is thrown on.
   *
   * @param action what was tried, such as {@code pi:GetResourceMetrics of main-1}
   */
  void allow(String action, SdkException e) {
    CollectException refused = AwsErrors.translate(action, e);
    if (refused.reason() != Reason.DENIED && refused.reason() != Reason.NOT_KEPT) {
      throw e;
    }
    LOG.debug("{}", refused.getMessage());
    all.add(refused);
  }

  List<CollectException> all() {
    return List.copyOf(all);
  }
}
