/** Performance Insights, RDS and the Price List, by the AWS SDK. No other package knows it. */
@NullMarked
package dev.teiten.source.aws;

import org.jspecify.annotations.NullMarked;
