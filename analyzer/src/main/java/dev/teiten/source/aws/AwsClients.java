package dev.teiten.source.aws;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import javax.xml.stream.XMLStreamException;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.pi.PiClient;
import software.amazon.awssdk.services.pricing.PricingClient;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;

/**
 * The SDK clients of one account and region, with adaptive retries, jitter and a request counter.
 */
final class AwsClients implements AutoCloseable {
  private static final Duration CALL_TIMEOUT = Duration.ofSeconds(90);
  private static final Duration ATTEMPT_TIMEOUT = Duration.ofSeconds(20);

  private static final int MOST_ATTEMPTS = 5;

  /** Attempts at an answer that collecting can do without. */
  private static final int FEW_ATTEMPTS = 2;

  private final AwsSettings settings;
  private final SdkHttpClient http;
  private final AtomicLong requests = new AtomicLong();
  private final PiClient pi;
  private final RdsClient rds;
  private final StsClient sts;
  private final Region region;
  private final AwsCredentialsProvider credentials;

  AwsClients(AwsSettings settings) {
    this.settings = settings;
    this.region = AwsRegion.resolve(settings);
    this.http =
        UrlConnectionHttpClient.builder()
            .connectionTimeout(Duration.ofSeconds(5))
            .socketTimeout(ATTEMPT_TIMEOUT)
            .build();
    AwsCredentialsProvider base =
        DefaultCredentialsProvider.builder().profileName(settings.profile()).build();
    this.sts = configure(StsClient.builder(), base).httpClient(http).build();
    this.credentials = settings.roleArn() == null ? base : assume(settings.roleArn());
    this.pi = configure(PiClient.builder(), credentials).httpClient(http).build();
    this.rds = configure(RdsClient.builder(), credentials).httpClient(http).build();
  }

  private AwsCredentialsProvider assume(String roleArn) {
    return StsAssumeRoleCredentialsProvider.builder()
        .stsClient(sts)
        .refreshRequest(request -> request.roleArn(roleArn).roleSessionName("teiten"))
        .build();
  }

  private <B extends AwsClientBuilder<B, ?>> B configure(
      B builder, AwsCredentialsProvider provider) {
    return configure(builder, provider, MOST_ATTEMPTS);
  }

  private <B extends AwsClientBuilder<B, ?>> B configure(
      B builder, AwsCredentialsProvider provider, int attempts) {
    builder
        .region(region)
        .credentialsProvider(provider)
        .overrideConfiguration(
            ClientOverrideConfiguration.builder()
                .retryStrategy(retries(attempts))
                .apiCallTimeout(CALL_TIMEOUT)
                .apiCallAttemptTimeout(ATTEMPT_TIMEOUT)
                .addExecutionInterceptor(new RequestCounter())
                .build());
    if (settings.endpointUrl() != null) {
      builder.endpointOverride(settings.endpointUrl());
    }
    return builder;
  }

  /**
   * Adaptive retries with full jitter. A truncated XML answer is retried too; the SDK does so for
   * JSON only.
   */
  private static RetryStrategy retries(int attempts) {
    return AwsRetryStrategy.adaptiveRetryStrategy().toBuilder()
        .maxAttempts(attempts)
        .retryOnException(AwsClients::isCutXml)
        .build();
  }

  private static boolean isCutXml(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof XMLStreamException) {
        return true;
      }
    }
    return false;
  }

  /** A Price List client; the caller closes it. Collecting does not need one. */
  PricingClient pricing() {
    return configure(PricingClient.builder(), credentials).httpClient(http).build();
  }

  /** A client of Application Auto Scaling; the caller closes it. Few regions need one. */
  ApplicationAutoScalingClient scaling() {
    return configure(ApplicationAutoScalingClient.builder(), credentials, FEW_ATTEMPTS)
        .httpClient(http)
        .build();
  }

  /** Clients of this account in another region. */
  AwsClients inRegion(String other) {
    return new AwsClients(
        new AwsSettings(other, settings.profile(), settings.roleArn(), settings.endpointUrl()));
  }

  PiClient pi() {
    return pi;
  }

  RdsClient rds() {
    return rds;
  }

  String region() {
    return region.id();
  }

  String place() {
    String profile = settings.profile() == null ? "" : " with profile " + settings.profile();
    return region.id() + profile + (settings.roleArn() == null ? "" : " as " + settings.roleArn());
  }

  long requests() {
    return requests.get();
  }

  @Override
  public void close() {
    pi.close();
    rds.close();
    sts.close();
    http.close();
  }

  private final class RequestCounter implements ExecutionInterceptor {
    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
      requests.incrementAndGet();
    }
  }
}
