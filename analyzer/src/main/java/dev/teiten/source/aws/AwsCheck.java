package dev.teiten.source.aws;

import dev.teiten.source.CheckResult;
import dev.teiten.source.CheckResult.State;
import dev.teiten.source.MonitoredInstance;
import dev.teiten.source.SourceException;
import dev.teiten.source.SourceException.Reason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.applicationautoscaling.model.ServiceNamespace;
import software.amazon.awssdk.services.pricing.PricingClient;
import software.amazon.awssdk.services.rds.RdsClient;

/** Tests each permission and setting of AWS that collecting and sizing need. */
final class AwsCheck {
  private static final Duration MOST_SKEW = Duration.ofMinutes(1);

  private final AwsClients clients;
  private final Clock clock;
  private final CheckRun list;

  AwsCheck(AwsClients clients, Clock clock) {
    this.clients = clients;
    this.clock = clock;
    this.list = new CheckRun(clients);
  }

  List<CheckResult> run() {
    RdsClient rds = clients.rds();
    AwsResponse answer =
        list.permission("rds:DescribeDBClusters", rds::describeDBClusters, a -> "allowed");
    AwsResponse instances =
        list.permission("rds:DescribeDBInstances", rds::describeDBInstances, a -> "allowed");
    boolean someAnswer =
        answer != null || instances != null || list.failure(Reason.DENIED).isPresent();
    if (list.failure(Reason.CREDENTIALS).isEmpty() && someAnswer) {
      others(rds);
    }
    if (instances != null) {
      RdsInventory inventory = new RdsInventory(clients, new ArrayList<>());
      List<MonitoredInstance> read = inventory.read(clock.instant());
      new InsightsCheck(clients, clock, list).run(read, inventory.unread());
    }
    clock(answer == null ? instances : answer);
    credentials();
    return list.results();
  }

  private void others(RdsClient rds) {
    list.permission(
        "rds:DescribeEvents",
        State.WARNING,
        () -> rds.describeEvents(r -> r.maxRecords(20)),
        a -> "allowed");
    list.permission(
        "rds:DescribeOrderableDBInstanceOptions",
        State.WARNING,
        () -> rds.describeOrderableDBInstanceOptions(r -> r.engine("aurora-mysql").maxRecords(20)),
        a -> "allowed");
    scaling();
    try (AwsClients there = clients.inRegion(PriceListSource.REGION);
        PricingClient pricing = there.pricing()) {
      list.permission(
          "pricing:GetProducts",
          State.WARNING,
          () -> pricing.getProducts(r -> r.serviceCode("AmazonRDS").maxResults(1)),
          a -> "allowed; needed for `teiten prices --update` only");
    }
  }

  /** Tests the permissions that only clusters with scaled readers need. */
  private void scaling() {
    String why = "allowed; needed for clusters with autoscaled readers only";
    try (ApplicationAutoScalingClient scaling = clients.scaling()) {
      list.permission(
          "application-autoscaling:DescribeScalableTargets",
          State.WARNING,
          () ->
              scaling.describeScalableTargets(
                  r -> r.serviceNamespace(ServiceNamespace.RDS).maxResults(1)),
          a -> why);
      list.permission(
          "application-autoscaling:DescribeScalingPolicies",
          State.WARNING,
          () ->
              scaling.describeScalingPolicies(
                  r -> r.serviceNamespace(ServiceNamespace.RDS).maxResults(1)),
          a -> why);
    }
  }

  /** Tests the credentials; a denied request was still signed correctly. */
  private void credentials() {
    Optional<SourceException> refused = list.failure(Reason.CREDENTIALS);
    if (refused.isPresent()) {
      SourceException e = refused.get();
      list.addFirst("credentials", State.FAILED, String.valueOf(e.getMessage()), e.hint());
    } else if (list.isEachFailed() && list.failure(Reason.DENIED).isEmpty()) {
      list.addFirst("credentials", State.SKIPPED, "AWS did not answer", "");
    } else {
      list.addFirst("credentials", State.OK, "accepted", "");
    }
  }

  /** Compares the clocks; AWS rejects signatures that are more than a few minutes off. */
  private void clock(@Nullable AwsResponse answer) {
    Optional<Instant> there = answer == null ? Optional.empty() : date(answer);
    if (there.isEmpty()) {
      list.add("clock", State.SKIPPED, "no answer carries a date", "");
      return;
    }
    Duration skew = Duration.between(there.get(), clock.instant());
    if (skew.abs().compareTo(MOST_SKEW) > 0) {
      String way = skew.isNegative() ? " s behind AWS" : " s ahead of AWS";
      list.add(
          "clock",
          State.FAILED,
          skew.abs().toSeconds() + way,
          "Set the clock of this machine (NTP).");
    } else {
      list.add("clock", State.OK, "within " + MOST_SKEW.toSeconds() + " s of AWS", "");
    }
  }

  private static Optional<Instant> date(AwsResponse answer) {
    try {
      return answer
          .sdkHttpResponse()
          .firstMatchingHeader("Date")
          .map(date -> Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
