/** Performance Insights and RDS as a source. The only package that knows the AWS SDK. */
@NullMarked
package dev.teiten.collect.aws;

import org.jspecify.annotations.NullMarked;
