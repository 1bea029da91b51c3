package dev.teiten.source.aws;

import dev.teiten.source.MonitoredInstance;
import dev.teiten.source.SourceException;
import dev.teiten.source.SourceException.Reason;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Parts that the service did not give, while the rest could be had. What is denied or not known is
 * so for the whole cluster, and not asked for again in this run; what failed is asked for again on
 * the next day.
 */
final class RefusedParts {
  private static final Logger LOG = LoggerFactory.getLogger(RefusedParts.class);

  private final Map<String, Refusal> lasting;
  private final List<SourceException> passing = new ArrayList<>();

  /**
   * @param matters whether something is missing without the part
   */
  private record Refusal(SourceException why, boolean matters) {}

  RefusedParts() {
    this(Collections.synchronizedMap(new LinkedHashMap<>()));
  }

  private RefusedParts(Map<String, Refusal> lasting) {
    this.lasting = lasting;
  }

  /** Those of one day of an instance, which learn from those of the cluster and add to them. */
  RefusedParts ofDay() {
    RefusedParts day = new RefusedParts(lasting);
    day.passing.addAll(passing);
    return day;
  }

  /** A copy of what is known, for a try whose outcome tells what its refusals mean. */
  RefusedParts trial() {
    return new RefusedParts(Collections.synchronizedMap(new LinkedHashMap<>(lasting)));
  }

  /** Whether a part has not been denied or unknown so far. */
  boolean mayAsk(String part) {
    return !lasting.containsKey(part);
  }

  void allow(String part, MonitoredInstance instance, SdkException e) {
    allow(part, instance, e, true);
  }

  /**
   * Notes that this one part is denied, not known, or failed; refused credentials are thrown on,
   * because with them nothing else works either.
   *
   * @param part what was tried, such as {@code pi:GetResourceMetrics by db.user}
   * @param matters whether something is missing without it
   */
  void allow(String part, MonitoredInstance instance, SdkException e, boolean matters) {
    SourceException why = AwsErrors.translate(part, part + " of " + instance.instance().name(), e);
    LOG.debug("{}", why.getMessage());
    if (why.reason() == Reason.CREDENTIALS) {
      throw e;
    }
    if (why.reason() != Reason.UNAVAILABLE) {
      lasting.putIfAbsent(part, new Refusal(why, matters));
    } else if (matters) {
      passing.add(why);
    }
  }

  /**
   * Notes what a trial met.
   *
   * @param answered whether something of the kind was answered; if nothing was, the instance rather
   *     than the parts may be the reason, and that lasts no longer than the day
   */
  void add(RefusedParts trial, boolean answered) {
    passing.addAll(trial.passing);
    if (answered) {
      lasting.putAll(trial.lasting);
    } else {
      trial.lasting.keySet().removeAll(lasting.keySet());
      trial.lasting.values().forEach(refusal -> passing.add(refusal.why()));
    }
  }

  /**
   * Whether it may help to ask for less: the service answered, and did not mean that it is asked
   * too often or by somebody whom it does not know.
   */
  static boolean mayTakeLess(SdkException e) {
    return e instanceof AwsServiceException service
        && !service.isThrottlingException()
        && AwsErrors.translate("", e).reason() != Reason.CREDENTIALS;
  }

  /** What is missing. */
  List<SourceException> all() {
    List<SourceException> all = new ArrayList<>();
    synchronized (lasting) {
      lasting.values().stream().filter(Refusal::matters).map(Refusal::why).forEach(all::add);
    }
    all.addAll(passing);
    return all;
  }
}
