package dev.teiten.collect.aws;

import dev.teiten.collect.CheckResult;
import dev.teiten.collect.CheckResult.State;
import dev.teiten.collect.CollectException;
import dev.teiten.collect.CollectException.Reason;
import dev.teiten.collect.MonitoredInstance;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.pi.PiClient;
import software.amazon.awssdk.services.pi.model.FeatureStatus;
import software.amazon.awssdk.services.pi.model.ServiceType;

/** Tries, one by one, all that collecting needs. */
final class AwsCheck {
  private static final int WEEK_DAYS = 7;
  private static final Duration MOST_SKEW = Duration.ofMinutes(1);

  private final AwsClients clients;
  private final Clock clock;
  private final List<CheckResult> results = new ArrayList<>();

  /** Why the last call failed; null if none has. */
  private @Nullable Reason failure;

  AwsCheck(AwsClients clients, Clock clock) {
    this.clients = clients;
    this.clock = clock;
  }

  List<CheckResult> run() {
    List<MonitoredInstance> instances =
        attempt(
            "rds:DescribeDBInstances",
            () -> new RdsInventory(clients).read(clock.instant()),
            this::found);
    credentials();
    if (instances != null) {
      clockSkew();
      insights(instances);
      instances.stream()
          .filter(MonitoredInstance::insightsEnabled)
          .findFirst()
          .ifPresent(this::permissions);
    }
    return results;
  }

  /** The first answer tells: a request that is denied was at least signed well. */
  private void credentials() {
    CheckResult first = results.get(0);
    if (failure == Reason.CREDENTIALS) {
      add("credentials", State.FAILED, first.message(), first.hint());
    } else if (failure == Reason.UNAVAILABLE) {
      add("credentials", State.SKIPPED, "AWS did not answer", "");
    } else {
      add("credentials", State.OK, "accepted", "");
    }
  }

  /** AWS refuses signatures that are more than a few minutes off. */
  private void clockSkew() {
    Optional<String> date =
        clients.rds().describeDBClusters().sdkHttpResponse().firstMatchingHeader("Date");
    if (date.isEmpty()) {
      add("clock", State.SKIPPED, "the answer carries no date", "");
      return;
    }
    Instant there = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date.get()));
    Duration skew = Duration.between(there, clock.instant()).abs();
    if (skew.compareTo(MOST_SKEW) > 0) {
      add(
          "clock",
          State.FAILED,
          skew.toSeconds() + " s off",
          "Set the clock of this machine (NTP).");
    } else {
      add("clock", State.OK, "within " + MOST_SKEW.toSeconds() + " s", "");
    }
  }

  private String found(List<MonitoredInstance> instances) {
    long clusters = instances.stream().map(MonitoredInstance::cluster).distinct().count();
    return clusters + " clusters with " + instances.size() + " instances in " + clients.region();
  }

  private void insights(List<MonitoredInstance> instances) {
    if (instances.isEmpty()) {
      add(
          "performance-insights",
          State.WARNING,
          "no instance in " + clients.region(),
          "Check --region and the account.");
    }
    for (MonitoredInstance i : instances) {
      String name = "performance-insights " + i.instance().name();
      if (!i.insightsEnabled()) {
        add(
            name,
            State.WARNING,
            "off",
            "Turn Performance Insights on for this instance; it needs no restart.");
      } else if (i.retentionDays() <= WEEK_DAYS) {
        add(
            name,
            State.OK,
            "on, keeps 7 days",
            "Collect at least once a day, or pay for longer retention.");
      } else {
        add(name, State.OK, "on, keeps " + i.retentionDays() + " days", "");
      }
    }
  }

  private void permissions(MonitoredInstance instance) {
    String id = instance.instance().resourceId();
    PiClient pi = clients.pi();
    Instant to = clock.instant().truncatedTo(ChronoUnit.HOURS);
    Instant from = to.minus(Duration.ofHours(1));
    attempt(
        "pi:GetResourceMetrics",
        () ->
            pi.getResourceMetrics(
                r ->
                    r.serviceType(ServiceType.RDS)
                        .identifier(id)
                        .startTime(from)
                        .endTime(to)
                        .periodInSeconds(60)
                        .metricQueries(q -> q.metric("db.load.avg"))),
        answer -> "allowed");
    attempt(
        "pi:DescribeDimensionKeys",
        () ->
            pi.describeDimensionKeys(
                r ->
                    r.serviceType(ServiceType.RDS)
                        .identifier(id)
                        .startTime(from)
                        .endTime(to)
                        .metric("db.load.avg")
                        .groupBy(g -> g.group("db.sql_tokenized").limit(1))),
        answer -> "allowed");
    attempt(
        "pi:ListAvailableResourceMetrics",
        () ->
            pi.listAvailableResourceMetrics(
                r -> r.serviceType(ServiceType.RDS).identifier(id).metricTypes("os").maxResults(1)),
        answer -> "allowed");
    metadata(pi, id);
    details(pi, id, from, to);
  }

  private void metadata(PiClient pi, String id) {
    attempt(
        "pi:GetResourceMetadata",
        () -> pi.getResourceMetadata(r -> r.serviceType(ServiceType.RDS).identifier(id)),
        answer -> {
          var digests = answer.features().get("SQL_DIGEST_STATISTICS");
          boolean on = digests != null && digests.status() == FeatureStatus.ENABLED;
          return "allowed; digest statistics "
              + (digests == null ? "not reported" : on ? "on" : digests.statusAsString());
        });
  }

  private void details(PiClient pi, String id, Instant from, Instant to) {
    attempt(
        "pi:GetDimensionKeyDetails",
        () -> {
          var keys =
              pi.describeDimensionKeys(
                      r ->
                          r.serviceType(ServiceType.RDS)
                              .identifier(id)
                              .startTime(from)
                              .endTime(to)
                              .metric("db.load.avg")
                              .groupBy(g -> g.group("db.sql").dimensions("db.sql.id").limit(1)))
                  .keys();
          if (keys.isEmpty()) {
            return "not tried: no statement in the last hour";
          }
          pi.getDimensionKeyDetails(
              r ->
                  r.serviceType(ServiceType.RDS)
                      .identifier(id)
                      .group("db.sql")
                      .groupIdentifier(keys.get(0).dimensions().get("db.sql.id"))
                      .requestedDimensions("statement"));
          return "allowed";
        },
        answer -> answer);
  }

  private <T> @Nullable T attempt(String name, Supplier<T> call, Function<T, String> message) {
    try {
      T answer = call.get();
      add(name, State.OK, message.apply(answer), "");
      return answer;
    } catch (SdkException e) {
      CollectException translated = AwsErrors.translate(name, e);
      failure = translated.reason();
      add(name, State.FAILED, String.valueOf(translated.getMessage()), translated.hint());
      return null;
    }
  }

  private void add(String name, State state, String message, String hint) {
    results.add(new CheckResult(name, state, message, hint));
  }
}
