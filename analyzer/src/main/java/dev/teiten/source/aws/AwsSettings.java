package dev.teiten.source.aws;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Which account and region to ask. Credentials come from the SDK's default chain and from nowhere
 * else.
 *
 * @param region such as {@code ap-northeast-1}; null for the SDK's default chain
 * @param profile a profile of the shared configuration files; null for the default
 * @param roleArn a role to assume; null for none
 * @param endpointUrl where PI, RDS and STS answer; null for AWS, or the {@code AWS_ENDPOINT_URL}
 *     variables
 */
public record AwsSettings(
    @Nullable String region,
    @Nullable String profile,
    @Nullable String roleArn,
    @Nullable URI endpointUrl) {}
