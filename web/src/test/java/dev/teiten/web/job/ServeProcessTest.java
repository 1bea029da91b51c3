package dev.teiten.web.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.archive.Archive;
import dev.teiten.web.sample.EdgeArchive;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server as a process: its log, and its end. */
@Tag("slow")
class ServeProcessTest {
  private static final String TOKEN = "a-token-nobody-guesses-0123456789";
  private static final Pattern ADDRESS = Pattern.compile("Serving (http://\\S+)");

  private final HttpClient client = HttpClient.newHttpClient();

  @TempDir Path folder;

  @Test
  void endsSoonWhateverIsAnalyzedAndHasLoggedWhoWrote() throws Exception {
    Path err = folder.resolve("err");
    try (Archive archive = EdgeArchive.write()) {
      Process process = start(archive.root(), err);
      try {
        URI uri = address(process, err);
        assertThat(send(request(uri, "tasks", "wrong-token")).statusCode()).isEqualTo(303);
        String mark = "{\"at\":\"2026-11-11T10:00:00Z\",\"label\":\"deploy secret-7\"}";
        HttpRequest.Builder post =
            request(uri, "api/clusters/sampled/marks", TOKEN)
                .POST(HttpRequest.BodyPublishers.ofString(mark));
        assertThat(send(post).statusCode()).isEqualTo(201);
        client.sendAsync(
            request(uri, "?week=2026-W46", TOKEN).build(), HttpResponse.BodyHandlers.discarding());

        process.destroy();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(err)).isZero();
      } finally {
        process.destroyForcibly();
      }
    }
    assertThat(Files.readString(err))
        .contains("wrong token from 127.0.0.1")
        .contains("audit - POST /api/clusters/sampled/marks 201 by - from 127.0.0.1")
        .doesNotContain("secret-7", TOKEN, "wrong-token");
  }

  private static Process start(Path archive, Path err) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            "dev.teiten.web.Teiten",
            "serve",
            "--archive",
            archive.toString(),
            "--port",
            "0",
            "--auth",
            "env:TOKEN");
    builder.environment().put("TOKEN", TOKEN);
    return builder
        .redirectError(err.toFile())
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static URI address(Process process, Path err) throws IOException, InterruptedException {
    while (process.isAlive()) {
      Matcher found = ADDRESS.matcher(Files.readString(err));
      if (found.find()) {
        return URI.create(found.group(1));
      }
      Thread.sleep(50);
    }
    throw new IllegalStateException(Files.readString(err));
  }

  private static HttpRequest.Builder request(URI uri, String path, String token) {
    return HttpRequest.newBuilder(uri.resolve(path)).header("Authorization", "Bearer " + token);
  }

  private HttpResponse<Void> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), HttpResponse.BodyHandlers.discarding());
  }
}
