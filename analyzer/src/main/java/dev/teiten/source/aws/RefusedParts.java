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
 * Optional parts that the service refused. A denied or unknown part is refused for the whole
 * cluster, and is not requested again in this run. A part that failed otherwise is requested again
 * on the next day.
 */
final class RefusedParts {
  private static final Logger LOG = LoggerFactory.getLogger(RefusedParts.class);

  private final Map<String, Refusal> lasting;
  private final List<SourceException> passing = new ArrayList<>();

  /**
   * @param matters whether the day is incomplete without the part
   */
  private record Refusal(SourceException why, boolean matters) {}

  RefusedParts() {
    this(Collections.synchronizedMap(new LinkedHashMap<>()));
  }

  private RefusedParts(Map<String, Refusal> lasting) {
    this.lasting = lasting;
  }

  /**
   * The refusals of one day of an instance; they include the cluster's refusals and add to them.
   */
  RefusedParts ofDay() {
    RefusedParts day = new RefusedParts(lasting);
    day.passing.addAll(passing);
    return day;
  }

  /** A copy for a trial request; the outcome of the trial decides whether its refusals count. */
  RefusedParts trial() {
    return new RefusedParts(Collections.synchronizedMap(new LinkedHashMap<>(lasting)));
  }

  /** Whether the part may be requested: it was neither denied nor unknown so far. */
  boolean mayAsk(String part) {
    return !lasting.containsKey(part);
  }

  void allow(String part, MonitoredInstance instance, SdkException e) {
    allow(part, instance, e, true);
  }

  /**
   * Notes that a part was denied, is unknown, or failed. Refused credentials are thrown, because
   * every other request fails with them too.
   *
   * @param part the refused part, for example {@code pi:GetResourceMetrics by db.user}
   * @param matters whether the day is incomplete without it
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
   * Adds the refusals of a trial.
   *
   * @param answered whether the service answered any part of the kind; if it answered none, the
   *     reason may be the instance, and the refusals end with the day
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
   * Whether a smaller request may succeed: the service answered, and neither throttled the request
   * nor rejected the credentials.
   */
  static boolean mayTakeLess(SdkException e) {
    return e instanceof AwsServiceException service
        && !service.isThrottlingException()
        && AwsErrors.translate("", e).reason() != Reason.CREDENTIALS;
  }

  /** The refusals that leave the day incomplete. */
  List<SourceException> missing() {
    List<SourceException> missing = new ArrayList<>();
    synchronized (lasting) {
      lasting.values().stream().filter(Refusal::matters).map(Refusal::why).forEach(missing::add);
    }
    missing.addAll(passing);
    return missing;
  }
}
