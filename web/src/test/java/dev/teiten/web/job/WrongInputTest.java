package dev.teiten.web.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One paragraph with a hint explains an error; the exit status tells a user's error from a failure.
 */
@Order(2) // A long test: it starts early.
@Tag("slow")
class WrongInputTest {
  private final CollectedFleet fleet = CollectedFleet.get();

  @TempDir Path folder;

  @Test
  void regionWithoutDatabases() {
    TeitenProcess.Result result =
        fleet.program().run("collect", "--archive", folder.toString(), "--region", "sa-east-1");
    assertOneParagraph(
        result,
        1,
        "No instance of Aurora, MySQL, MariaDB or PostgreSQL was found",
        "Check --region");
  }

  @Test
  void regionThatIsNone() {
    TeitenProcess.Result result =
        fleet.program().run("collect", "--archive", folder.toString(), "--region", "tokyo");
    assertOneParagraph(
        result, 2, "--region tokyo is not the name of an AWS region", "ap-northeast-1");
  }

  @Test
  void noCredentials() {
    TeitenProcess.Result result =
        TeitenProcess.withoutCredentials()
            .with("AWS_REGION", "us-east-1")
            .run(
                "collect",
                "--archive",
                folder.toString(),
                "--endpoint-url",
                fleet.endpoints().uri().toString());
    assertOneParagraph(result, 1, "No AWS credentials were found", "AWS_PROFILE");
  }

  @Test
  void endpointThatIsNotThere() {
    TeitenProcess.Result result =
        fleet
            .program()
            .run("collect", "--archive", folder.toString(), "--endpoint-url", "http://127.0.0.1:1");
    assertOneParagraph(result, 1, "got no answer", "--endpoint-url");
  }

  @Test
  void anArchiveOfANewerFormatIsNotServed() throws IOException {
    Files.createFile(folder.resolve("format-99"));
    TeitenProcess.Result result = fleet.program().run("serve", "--archive", folder.toString());
    assertOneParagraph(result, 1, "has format 99; this Teiten reads", "Update Teiten");
  }

  @Test
  void aStoreThatCannotBeUsed() {
    TeitenProcess.Result missing =
        fleet
            .program()
            .run(
                "serve",
                "--archive",
                fleet.folder().toString(),
                "--store",
                "jdbc:sqlite:" + folder.resolve("none/reviews.sqlite"));
    assertOneParagraph(missing, 2, "cannot be opened", "--store: Check that its folder exists");
    TeitenProcess.Result down =
        fleet
            .program()
            .with("TEITEN_STORE_USER", "ann-7")
            .with("TEITEN_STORE_PASSWORD", "s3cret-7")
            .run(
                "review",
                "--archive",
                fleet.folder().toString(),
                "--store",
                "jdbc:mysql://127.0.0.1:1/reviews");
    assertOneParagraph(down, 2, "jdbc:mysql://127.0.0.1:1/reviews does not answer", "--store");
    assertThat(down.err()).doesNotContain("ann-7", "s3cret-7");
  }

  @Test
  void unknownCluster() {
    TeitenProcess.Result collect =
        fleet.program().run("collect", "--archive", folder.toString(), "--cluster", "nobody");
    assertOneParagraph(collect, 1, "There is no cluster nobody", "pairs-main");
    TeitenProcess.Result rank =
        fleet.program().run("rank", "--archive", archive(), "--cluster", "nobody");
    assertOneParagraph(rank, 1, "has no cluster nobody", "pairs-main");
  }

  @Test
  void weekWithoutLoad() {
    TeitenProcess.Result rank =
        fleet
            .program()
            .run("rank", "--archive", archive(), "--cluster", "pairs-main", "--week", "2020-W01");
    assertOneParagraph(rank, 1, "has nothing of pairs-main in 2020-W01", "teiten collect");
  }

  @Test
  void weekThatIsNone() {
    TeitenProcess.Result rank =
        fleet
            .program()
            .run("rank", "--archive", archive(), "--cluster", "pairs-main", "--week", "2026-W60");
    assertOneParagraph(rank, 2, "'2026-W60' is not an ISO week", "2026-W46");
  }

  @Test
  void portInUse() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());
      assertOneParagraph(fleet.program().run("demo", "--port", port), 1, "Port " + port, "--port");
      TeitenProcess.Result serve =
          fleet.program().run("serve", "--archive", archive(), "--port", port);
      assertOneParagraph(serve, 1, port, "--port");
    }
  }

  @Test
  void addressThatIsNotLoopback() {
    TeitenProcess.Result serve =
        fleet.program().run("serve", "--archive", archive(), "--host", "0.0.0.0");
    assertOneParagraph(serve, 2, "--host 0.0.0.0 is not a loopback address", "--auth");
  }

  @Test
  void optionOutOfRange() {
    assertOneParagraph(
        fleet
            .program()
            .run("rank", "--archive", archive(), "--cluster", "pairs-main", "--top", "0"),
        2,
        "--top 0 is out of range",
        "1 to 1000");
    assertThat(fleet.program().run("collect").status()).isEqualTo(2);
  }

  private String archive() {
    return fleet.folder().toString();
  }

  private static void assertOneParagraph(
      TeitenProcess.Result result, int status, String what, String hint) {
    String error =
        result
            .err()
            .lines()
            .filter(line -> line.startsWith("teiten: "))
            .findFirst()
            .orElse(result.err());
    assertThat(error).contains(what).contains(hint);
    assertThat(result.err()).doesNotContain("\tat ");
    assertThat(result.status()).isEqualTo(status);
  }
}
