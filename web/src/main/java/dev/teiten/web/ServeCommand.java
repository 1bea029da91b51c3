package dev.teiten.web;

import dev.teiten.archive.Archive;
import dev.teiten.cli.ArchiveOption;
import dev.teiten.cli.ReviewsOptions;
import dev.teiten.cli.StoreOption;
import dev.teiten.cli.WeekOptions;
import dev.teiten.review.store.TaskBook;
import dev.teiten.web.access.AccessPolicy;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "serve",
    description = "Serves the review UI and its JSON API.",
    footer = {"", "Example:", "  teiten serve --archive /var/lib/teiten --port 7070"})
final class ServeCommand implements Callable<Integer> {
  @Mixin ArchiveOption archiveOption = new ArchiveOption();
  @Mixin ReviewsOptions reviews = new ReviewsOptions();
  @Mixin WeekOptions weeks = new WeekOptions();
  @Mixin StoreOption store = new StoreOption();
  @Spec CommandSpec spec;

  @Option(
      names = "--host",
      defaultValue = "127.0.0.1",
      description = "The address to listen on; default: 127.0.0.1.")
  String host = "127.0.0.1";

  @Option(
      names = "--port",
      defaultValue = "7070",
      description = "The port, 0..65535; default: 7070.")
  int port = 7070;

  @Option(
      names = "--auth",
      paramLabel = "HOW",
      description =
          "Who may see the pages; needed for any --host but loopback. file:PATH or env:NAME hold a"
              + " token (for Authorization: Bearer, or typed in once by a browser); header:NAME is"
              + " what a reverse proxy with a login of its own sets.")
  @Nullable String auth;

  @Option(
      names = "--trusted-proxy",
      paramLabel = "ADDRESS",
      split = ",",
      description =
          "Whose headers are believed: addresses, host names, or ranges like 10.0.0.0/8. With --auth"
              + " header:NAME its name, otherwise its X-Forwarded-For in the log.")
  Set<String> trustedProxies = new LinkedHashSet<>();

  @Option(
      names = "--open-metrics",
      description = "Answers /metrics without a login; default: it needs that of the pages.")
  boolean openMetrics;

  @Override
  public Integer call() throws InterruptedException {
    WebSettings settings =
        new WebSettings(
            host,
            port,
            weeks.zone(),
            AccessPolicy.parse(auth, trustedProxies, System.getenv()),
            openMetrics);
    Clock clock = Clock.systemUTC();
    try (Archive archive = archiveOption.open();
        TaskBook book = store.lastingBook(archive, clock, spec.commandLine().getErr())) {
      try (WebServer server =
          WebServer.start(
              settings,
              reviews.reviews(archive, book, ServerStartup.PATIENCE),
              CollectionStatus.none(),
              clock,
              ServerStartup.documents())) {
        ServerStartup.openAhead(book);
        ServerEnd.onSignal(server);
        spec.commandLine().getErr().println("Serving " + server.uri() + " (Ctrl-C ends it)");
        new CountDownLatch(1).await();
      }
    }
    return 0;
  }
}
