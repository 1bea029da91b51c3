package dev.teiten.source.aws;

import dev.teiten.source.SourceException;
import dev.teiten.source.SourceException.Reason;
import java.util.Locale;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** Turns the SDK's exceptions into errors with a hint that a user can act on. */
final class AwsErrors {
  private static final Set<String> CREDENTIAL_CODES =
      Set.of(
          "ExpiredToken",
          "ExpiredTokenException",
          "InvalidClientTokenId",
          "UnrecognizedClientException",
          "SignatureDoesNotMatch",
          "InvalidSignatureException",
          "IncompleteSignature",
          "IncompleteSignatureException",
          "MissingAuthenticationToken",
          "MissingAuthenticationTokenException",
          "RequestExpired");
  private static final Set<String> DENIED_CODES =
      Set.of("AccessDenied", "AccessDeniedException", "UnauthorizedOperation");
  private static final Set<String> REJECTED_CODES =
      Set.of(
          "InvalidArgumentException",
          "ValidationException",
          "InvalidParameterValue",
          // An endpoint that does not know an operation rejects every retry.
          "InvalidAction",
          "UnknownOperationException",
          "InvalidParameterCombination",
          "InvalidParameterException",
          "UnsupportedOperation",
          "NotImplemented",
          "DBInstanceNotFound");

  private AwsErrors() {}

  /**
   * @param action the failed action, for example {@code pi:GetResourceMetrics of main-1}
   */
  static SourceException translate(String action, SdkException e) {
    return translate(action, action, e);
  }

  /**
   * @param part the missing part, for example {@code pi:GetResourceMetrics by db.user}
   */
  static SourceException translate(String part, String action, SdkException e) {
    if (e instanceof AwsServiceException service) {
      return fromService(part, action, service);
    }
    String message = String.valueOf(e.getMessage());
    if (message.contains("Unable to load credentials") || message.contains("credentials")) {
      return new SourceException(
          Reason.CREDENTIALS,
          part,
          "No AWS credentials were found for " + action,
          "Set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or log in with `aws sso login`.",
          e);
    }
    return new SourceException(
        Reason.UNAVAILABLE,
        part,
        action + " got no answer: " + firstSentence(rootMessage(e)),
        "Check the region, the network and --endpoint-url (or AWS_ENDPOINT_URL), then run the same command again.",
        e);
  }

  private static SourceException fromService(String part, String action, AwsServiceException e) {
    String code =
        e.awsErrorDetails() == null ? "" : String.valueOf(e.awsErrorDetails().errorCode());
    String said =
        e.awsErrorDetails() == null ? "" : String.valueOf(e.awsErrorDetails().errorMessage());
    String message =
        action + " was refused: " + code + (said.isBlank() ? "" : ": " + firstSentence(said));
    if (CREDENTIAL_CODES.contains(code)) {
      return new SourceException(
          Reason.CREDENTIALS,
          part,
          message,
          "The credentials are wrong or have expired; renew them (`aws sso login`, say) and check the clock.",
          e);
    }
    if (code.equals("NotAuthorizedException")) {
      // Missing permissions are AccessDeniedException; this one is about the instance.
      return new SourceException(
          Reason.NOT_KEPT,
          part,
          action + " was refused: Performance Insights does not know the instance",
          "It is gone, or Performance Insights is off for it.",
          e);
    }
    if (DENIED_CODES.contains(code)) {
      return new SourceException(
          Reason.DENIED,
          part,
          message,
          "Allow the action to this role; the README has the IAM policy.",
          e);
    }
    if (REJECTED_CODES.contains(code) || code.toLowerCase(Locale.ROOT).endsWith("notfoundfault")) {
      return new SourceException(
          Reason.NOT_KEPT,
          part,
          message,
          "Check that Performance Insights is on and keeps the range asked for.",
          e);
    }
    return new SourceException(
        Reason.UNAVAILABLE,
        part,
        message,
        "AWS did not answer in time; run the same command again, it goes on.",
        e);
  }

  private static String rootMessage(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    return root.getClass().getSimpleName() + ": " + root.getMessage();
  }

  private static String firstSentence(String text) {
    int end = text.indexOf(" (Service:");
    return end < 0 ? text : text.substring(0, end);
  }
}
