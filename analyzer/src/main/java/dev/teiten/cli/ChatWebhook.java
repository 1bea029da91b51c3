package dev.teiten.cli;

import dev.teiten.load.TeitenException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Posts messages to a webhook. Its address is a secret, so that messages name the host only. */
final class ChatWebhook {
  private static final int TRIES = 3;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final URI address;
  private final Duration pause;

  /**
   * @param pause before the second try; longer before the third
   */
  ChatWebhook(URI address, Duration pause) {
    this.address = address;
    this.pause = pause;
  }

  /**
   * Posts a JSON document, up to three times while the receiver is busy or not reached.
   *
   * @throws TeitenException if it is not accepted
   */
  void post(String json) {
    String answer = "";
    for (int i = 0; i < TRIES; i++) {
      waitBefore(i);
      try {
        int status = send(json);
        if (status < 300) {
          return;
        }
        answer = "it answers " + status;
        if (status != 429 && status < 500) {
          break;
        }
      } catch (IOException e) {
        answer = "it is not reached";
      }
    }
    throw new TeitenException(
        "The message was not accepted by " + address.getHost() + ": " + answer,
        "Check the address in --notify; a webhook may have been revoked.");
  }

  private int send(String json) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json))
            .build();
    try {
      return client.send(request, BodyHandlers.discarding()).statusCode();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private void waitBefore(int tries) {
    try {
      Thread.sleep(pause.multipliedBy((long) tries * tries).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
