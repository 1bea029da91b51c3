package dev.teiten.source.aws;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * The account and region to connect to. Credentials come only from the SDK's default chain.
 *
 * @param region for example {@code ap-northeast-1}; null for the SDK's default chain
 * @param profile a profile of the shared configuration files; null for the default
 * @param roleArn a role to assume; null for none
 * @param endpointUrl the address of PI, RDS and STS; null for AWS, or the {@code AWS_ENDPOINT_URL}
 *     variables
 */
public record AwsSettings(
    @Nullable String region,
    @Nullable String profile,
    @Nullable String roleArn,
    @Nullable URI endpointUrl) {}
