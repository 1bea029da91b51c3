package dev.teiten.web;

import dev.teiten.load.SettingException;
import dev.teiten.load.TeitenException;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "demo",
    description =
        "The main job on a simulated fleet: collects, ranks, sizes, prints the review, and serves it.",
    footer = {
      "",
      "Starts the PI and RDS endpoints of a simulated Aurora fleet on loopback and collects from them with the AWS",
      "SDK into a fresh archive, which is deleted at the end. Example:",
      "  teiten demo --port 7071 --weeks 4"
    })
final class DemoCommand implements Callable<Integer> {
  private static final int MOST_WEEKS = 12;

  @Spec CommandSpec spec;

  @Option(
      names = "--port",
      defaultValue = "7070",
      description = "The port of the UI, 0..65535; default: 7070.")
  int port = 7070;

  @Option(
      names = "--weeks",
      defaultValue = "6",
      description = "How many weeks to collect, 1..12; default: 6.")
  int weeks = 6;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Another seed, another fleet; default: 1.")
  long seed = 1;

  @Option(names = "--no-serve", description = "Print the review and end.")
  boolean noServe;

  @Override
  public Integer call() throws InterruptedException {
    if (weeks < 1 || weeks > MOST_WEEKS) {
      throw new SettingException(
          "--weeks " + weeks + " is out of range", "It goes from 1 to " + MOST_WEEKS + ".");
    }
    WebSettings settings = new WebSettings("127.0.0.1", port, ZoneId.of("UTC"));
    if (!noServe) {
      checkFree(port);
    }
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    try (DemoEnvironment demo = DemoEnvironment.start(seed, weeks, Clock.systemUTC(), err)) {
      demo.collectNewestWeek();
      if (!noServe) {
        return serve(demo, settings, out);
      }
      demo.collectOlderWeeks();
      out.println(demo.review());
      return 0;
    }
  }

  /** Serves the newest week at once, and collects the older weeks in the background. */
  private int serve(DemoEnvironment demo, WebSettings settings, PrintWriter out)
      throws InterruptedException {
    try (WebServer server =
        WebServer.start(
            settings,
            demo.reviews(),
            demo.progress(),
            Clock.systemUTC(),
            ServerStartup.documents())) {
      out.println(
          "Serving " + server.uri() + " (Ctrl-C ends it). The weeks before keep coming in.");
      out.println(demo.review());
      demo.collectOlderWeeks();
      out.println(demo.review());
      out.println("All " + weeks + " weeks are in. Serving " + server.uri());
      new CountDownLatch(1).await();
    }
    return 0;
  }

  /** Reports a port in use before the collection starts. */
  private static void checkFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (IOException e) {
      throw new TeitenException(
          "Port " + port + " of 127.0.0.1 is in use",
          "Choose another with --port, or 0 for any free one.",
          e);
    }
  }
}
