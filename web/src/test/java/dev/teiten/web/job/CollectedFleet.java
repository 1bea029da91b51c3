package dev.teiten.web.job;

import dev.teiten.archive.Archive;
import dev.teiten.archive.duckdb.DuckDbEngine;
import dev.teiten.fixtures.endpoint.AwsEndpoints;
import dev.teiten.fixtures.fleet.SimulatedFleet;
import dev.teiten.load.ReviewWeek;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;

/**
 * The simulated fleet behind its endpoints, and an archive that {@code teiten collect} fills from
 * them, once per run.
 */
public final class CollectedFleet {
  private static final long SEED = 1;

  private static final class Once {
    private static final CollectedFleet FLEET = new CollectedFleet();
  }

  private final Instant now = Instant.now();
  private final SimulatedFleet fleet = SimulatedFleet.demo(SEED, now);
  private final AwsEndpoints endpoints = AwsEndpoints.start(fleet);
  private final Path folder;
  private final TeitenProcess.Result collected;

  private CollectedFleet() {
    try {
      folder =
          Files.createTempDirectory(Files.createDirectories(Path.of("target")), "archive-")
              .toAbsolutePath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    TeitenProcess.Result last = collect(week());
    collected = last.status() == 0 ? collect(week().plus(-1)) : last;
  }

  public static CollectedFleet get() {
    return Once.FLEET;
  }

  private TeitenProcess.Result collect(ReviewWeek week) {
    return program().run("collect", "--archive", folder.toString(), "--week", week.label());
  }

  TeitenProcess program() {
    return TeitenProcess.withCredentials(endpoints.uri(), fleet.region());
  }

  SimulatedFleet fleet() {
    return fleet;
  }

  AwsEndpoints endpoints() {
    return endpoints;
  }

  Path folder() {
    return folder;
  }

  /** The result of the last collect. */
  TeitenProcess.Result collected() {
    return collected;
  }

  public ReviewWeek week() {
    return ReviewWeek.lastComplete(now, ZoneId.of("UTC"));
  }

  public Archive archive() {
    return new Archive(folder, new DuckDbEngine());
  }
}
