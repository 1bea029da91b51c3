package dev.teiten.source.aws;

import dev.teiten.load.SettingException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/** The region to connect to: the named region, otherwise the region of the SDK's default chain. */
final class AwsRegion {
  private AwsRegion() {}

  static Region resolve(AwsSettings settings) {
    String name = settings.region();
    if (name == null) {
      return fromDefaultChain(settings);
    }
    if (!name.matches("[a-z]{2,}(-[a-z]+)+-\\d+")) {
      throw new SettingException(
          "--region " + name + " is not the name of an AWS region",
          "Regions are written like ap-northeast-1 or us-east-1.");
    }
    return Region.of(name);
  }

  private static Region fromDefaultChain(AwsSettings settings) {
    try {
      DefaultAwsRegionProviderChain.Builder chain = DefaultAwsRegionProviderChain.builder();
      if (settings.profile() != null) {
        chain.profileName(settings.profile());
      }
      return chain.build().getRegion();
    } catch (SdkClientException e) {
      throw new SettingException(
          "No AWS region is set",
          "Give --region ap-northeast-1, or set AWS_REGION, or a region in ~/.aws/config.");
    }
  }
}
