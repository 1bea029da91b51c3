package dev.teiten.cli;

import dev.teiten.load.SettingException;
import dev.teiten.normalize.LiteralFindings;
import dev.teiten.source.LoadSource;
import dev.teiten.source.aws.AwsSettings;
import dev.teiten.source.aws.PerformanceInsightsSource;
import dev.teiten.source.aws.PriceListSource;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options for accounts and regions. */
public final class AwsOptions {

  @Option(
      names = "--region",
      paramLabel = "R",
      split = ",",
      description = "AWS regions; default: the SDK's default chain (AWS_REGION, ~/.aws/config).")
  List<String> regions = new ArrayList<>();

  @Option(
      names = "--profile",
      paramLabel = "P",
      split = ",",
      description = "Profiles of ~/.aws/config, one account each.")
  List<String> profiles = new ArrayList<>();

  @Option(
      names = "--role-arn",
      paramLabel = "ARN",
      split = ",",
      description = "Roles to assume, one account each.")
  List<String> roleArns = new ArrayList<>();

  @Option(
      names = "--endpoint-url",
      paramLabel = "URL",
      description =
          "Where PI and RDS answer, if not at AWS; AWS_ENDPOINT_URL and its _PI and _RDS forms work too.")
  @Nullable String endpointUrl;

  /** One source for each combination of region, role and profile. */
  List<LoadSource> sources(Clock clock) {
    List<LoadSource> sources = new ArrayList<>();
    for (@Nullable String profile : orNull(profiles)) {
      for (@Nullable String role : orNull(roleArns)) {
        for (@Nullable String region : orNull(regions)) {
          sources.add(source(new AwsSettings(region, profile, role, endpoint()), clock));
        }
      }
    }
    return sources;
  }

  /**
   * Settings for the Price List: one region serves all prices, and they are equal for every
   * account.
   */
  AwsSettings priceList() {
    String profile = orNull(profiles).get(0);
    String role = orNull(roleArns).get(0);
    return new AwsSettings(PriceListSource.REGION, profile, role, endpoint());
  }

  /** A source that removes literals from its texts. */
  public static LoadSource source(AwsSettings settings, Clock clock) {
    return new PerformanceInsightsSource(settings, clock, new LiteralFindings());
  }

  private static List<@Nullable String> orNull(List<String> names) {
    return names.isEmpty()
        ? Collections.singletonList(null)
        : List.copyOf(new LinkedHashSet<>(names));
  }

  private @Nullable URI endpoint() {
    if (endpointUrl == null) {
      return null;
    }
    try {
      URI uri = URI.create(endpointUrl);
      if (uri.getHost() != null
          && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      // Gives the error message of a URL without a host.
    }
    throw new SettingException(
        "--endpoint-url " + endpointUrl + " is not a URL", "It looks like http://127.0.0.1:4566.");
  }
}
