/**
 * Performance Insights, RDS and the Price List, through the AWS SDK. No other package uses these
 * services.
 */
@NullMarked
package dev.teiten.source.aws;

import org.jspecify.annotations.NullMarked;
