package dev.teiten.cli;

import dev.teiten.archive.Archive;
import dev.teiten.collect.SampleReport;
import dev.teiten.collect.SamplingPause;
import dev.teiten.collect.SessionSampler;
import dev.teiten.load.SettingException;
import dev.teiten.normalize.LiteralFindings;
import dev.teiten.source.StatementMask;
import dev.teiten.source.mysql.MysqlAddress;
import dev.teiten.source.mysql.MysqlSource;
import dev.teiten.source.mysql.ServerNames;
import dev.teiten.source.sample.HostMeter;
import dev.teiten.source.sample.SampleSource;
import dev.teiten.source.sample.SampledMinute;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "sample",
    description =
        "Samples performance_schema of any MySQL 8 once a second, as Performance Insights does.",
    footer = {
      "",
      "Needs SELECT on performance_schema.* and PROCESS. User and password: TEITEN_SAMPLE_USER and",
      "TEITEN_SAMPLE_PASSWORD. Safe to interrupt and to run again; a cluster's instances are sampled",
      "by one command each. Example:",
      "  teiten sample --archive DIR --jdbc-url jdbc:mysql://127.0.0.1/ --cluster local --for PT1H"
    })
final class SampleCommand implements Callable<Integer> {
  /** Ctrl-C ends the command within twice this time. */
  private static final long PATIENCE_MILLIS = 900;

  @Mixin ArchiveOption archiveOption = new ArchiveOption();
  @Mixin HostOptions host = new HostOptions();
  @Mixin ClusterOption cluster = new ClusterOption();
  @Spec CommandSpec spec;

  @Option(
      names = "--jdbc-url",
      required = true,
      paramLabel = "URL",
      description = "The MySQL to sample.")
  String jdbcUrl = "";

  @Option(
      names = "--instance",
      paramLabel = "NAME",
      description = "What to call the server; default: its host name and port.")
  @Nullable String instance;

  @Option(
      names = "--for",
      paramLabel = "DURATION",
      description = "How long, such as PT1H; default: until stopped.")
  @Nullable String duration;

  private final Clock clock = Clock.systemUTC();

  @Override
  public Integer call() {
    Duration length = length();
    MysqlAddress address = MysqlAddress.of(jdbcUrl, System.getenv());
    HostMeter meter = host.meter();
    ServerNames naming = new ServerNames(cluster.name, instance, host.instanceClass(meter));
    StatementMask mask = new LiteralFindings();
    AtomicBoolean said = new AtomicBoolean();
    Supplier<SampleSource> sources =
        () -> {
          MysqlSource source = MysqlSource.open(address, naming, clock, mask);
          if (!said.getAndSet(true)) {
            introduce(source);
          }
          return source;
        };
    try (Archive archive = archiveOption.create()) {
      SamplingPause pause = SamplingPause.by(clock);
      return sample(new SessionSampler(sources, archive, meter, clock, pause), length);
    }
  }

  private int sample(SessionSampler sampler, @Nullable Duration length) {
    CountDownLatch done = new CountDownLatch(1);
    Thread hook = new Thread(() -> stop(sampler, done));
    Runtime.getRuntime().addShutdownHook(hook);
    try (ProgressBar bar = new ProgressBar(spec.commandLine().getErr())) {
      SampleReport report = sampler.sample(length, bar);
      bar.close();
      print(report);
      return report.minutes() > 0 ? 0 : CommandErrors.FAILED;
    } finally {
      done.countDown();
      ShutdownHooks.remove(hook);
    }
  }

  /** Waits until the samples are written, before the process ends. */
  private static void stop(SessionSampler sampler, CountDownLatch done) {
    try {
      sampler.stop();
      if (!done.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
        sampler.hangUp();
        done.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void introduce(MysqlSource source) {
    PrintWriter err = spec.commandLine().getErr();
    source.limits().forEach(err::println);
    var seen = source.instance().instance();
    err.printf(
        "Sampling %s (MySQL %s, %s) as an instance of %s. Ctrl-C stops.%n",
        seen.name(), seen.engineVersion(), seen.isWriter() ? "writer" : "reader", cluster.name);
    err.flush();
  }

  private void print(SampleReport report) {
    PrintWriter err = spec.commandLine().getErr();
    err.printf(
        "Saw the sessions of %d seconds, missed %d; kept %d minutes.%n",
        report.samples(), report.missed(), report.minutes());
    if (report.minutes() == 0) {
      err.printf("A minute is kept if %d of its seconds were seen.%n", SampledMinute.FEWEST);
    }
    err.flush();
  }

  private @Nullable Duration length() {
    if (duration == null) {
      return null;
    }
    try {
      Duration length = Duration.parse(duration);
      if (!length.isNegative() && !length.isZero() && length.toDays() < 3660) {
        return length;
      }
    } catch (DateTimeParseException e) {
      // Gives the error message of an invalid duration.
    }
    throw new SettingException(
        "--for " + duration + " is no duration", "Write PT30M, PT1H or P7D; more than nothing.");
  }
}
