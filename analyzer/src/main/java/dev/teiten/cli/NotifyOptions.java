package dev.teiten.cli;

import dev.teiten.load.SettingException;
import dev.teiten.load.TeitenException;
import dev.teiten.review.ReviewNotice;
import dev.teiten.review.ReviewedWeek;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options for messages to a chat. */
final class NotifyOptions {
  private static final Duration PAUSE = Duration.ofSeconds(2);

  @Option(
      names = "--notify",
      paramLabel = "URL",
      description =
          "Posts to this webhook, in the JSON of Slack's incoming webhooks: the agenda of a review, or"
              + " the failure of a collect. The address is a secret; give it by TEITEN_NOTIFY or a"
              + " file.")
  @Nullable String address;

  @Option(
      names = "--base-url",
      paramLabel = "URL",
      description = "Where the review UI is served, for links in messages.")
  @Nullable String baseUrl;

  /**
   * Posts the review of a cluster.
   *
   * @throws TeitenException if the message is not accepted
   */
  void review(Supplier<ReviewedWeek> review) {
    String base = baseUrl == null ? null : http("--base-url", baseUrl).toString();
    webhook().ifPresent(hook -> hook.post(ReviewNotice.json(review.get(), withoutSlash(base))));
  }

  /** Posts the failure of a collect; if that is not accepted, it is a warning only. */
  void failure(String reason, PrintWriter err) {
    try {
      webhook().ifPresent(hook -> hook.post(ReviewNotice.json("teiten collect: " + reason)));
    } catch (TeitenException e) {
      err.println("teiten: " + e.getMessage());
    }
  }

  /**
   * @throws SettingException if an address is not one of HTTP
   */
  private Optional<ChatWebhook> webhook() {
    return Optional.ofNullable(address)
        .map(given -> new ChatWebhook(http("--notify", given), PAUSE));
  }

  private static @Nullable String withoutSlash(@Nullable String base) {
    return base != null && base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
  }

  private static URI http(String option, String given) {
    try {
      URI uri = URI.create(given);
      if (uri.getHost() != null
          && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      // The address may be a secret, so that the message does not repeat it.
    }
    throw new SettingException(
        option + " is no address", "Write one that begins with https:// or http://.");
  }
}
