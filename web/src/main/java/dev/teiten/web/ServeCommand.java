package dev.teiten.web;

import dev.teiten.archive.Archive;
import dev.teiten.cli.ArchiveOption;
import dev.teiten.cli.PricesOption;
import dev.teiten.cli.WeekOptions;
import dev.teiten.load.SettingException;
import dev.teiten.load.TeitenException;
import dev.teiten.review.Reviews;
import java.time.Clock;
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
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1");

  @Mixin ArchiveOption archiveOption = new ArchiveOption();
  @Mixin PricesOption prices = new PricesOption();
  @Mixin WeekOptions weeks = new WeekOptions();
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
      names = "--store",
      paramLabel = "JDBC-URL",
      description = "Where tasks are kept (not built yet).")
  @Nullable String store;

  @Override
  public Integer call() throws InterruptedException {
    if (store != null) {
      throw new TeitenException(
          "--store is not built yet", "Leave it out; pages without tasks work.");
    }
    if (!LOOPBACK.contains(host)) {
      throw new SettingException(
          "--host " + host + " is not a loopback address, and there is no --auth yet",
          "Listen on 127.0.0.1 and put a reverse proxy with a login before it.");
    }
    try (Archive archive = archiveOption.open()) {
      WebSettings settings = new WebSettings(host, port, weeks.zone());
      try (WebServer server =
          WebServer.start(
              settings,
              new Reviews(archive, prices.book(archive.root())),
              CollectionProgress.none(),
              Clock.systemUTC(),
              Serving.documents())) {
        spec.commandLine().getErr().println("Serving " + server.uri() + " (Ctrl-C ends it)");
        new CountDownLatch(1).await();
      }
    }
    return 0;
  }
}
