package dev.teiten.cli;

import dev.teiten.archive.Archive;
import dev.teiten.archive.duckdb.DuckDbEngine;
import dev.teiten.load.Cluster;
import dev.teiten.load.SettingException;
import dev.teiten.load.TeitenException;
import dev.teiten.size.price.Price;
import dev.teiten.size.price.PriceBook;
import dev.teiten.size.price.PriceRow;
import dev.teiten.size.price.PriceUpdate;
import dev.teiten.source.ListPrice;
import dev.teiten.source.aws.PriceListSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "prices",
    description = "The list prices in use, with their source and date; --update fetches AWS's.",
    footer = {
      "",
      "A file of --prices wins over the fetched prices, and they win over the bundled. Example:",
      "  teiten prices --update --archive /var/lib/teiten --region ap-northeast-1"
    })
final class PricesCommand implements Callable<Integer> {
  private static final String SOURCE = "AWS Price List (AmazonRDS, GetProducts)";

  @Mixin AwsOptions aws = new AwsOptions();
  @Mixin PricesOption prices = new PricesOption();
  @Mixin OutputOption output = new OutputOption();
  @Spec CommandSpec spec;

  @Option(
      names = "--archive",
      paramLabel = "DIR",
      description = "The archive; its prices.csv has the fetched prices.")
  @Nullable Path archive;

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description = "The file with the fetched prices; default: prices.csv in --archive.")
  @Nullable Path file;

  @Option(
      names = "--update",
      description =
          "Fetch the prices of --region from the AWS Price List (default: all regions of"
              + " the archive's clusters).")
  boolean update;

  @Override
  public Integer call() {
    if (archive != null) {
      Archive.checkReadable(archive);
    }
    Path fetched = file != null || archive == null ? file : PriceBook.fileIn(archive);
    List<String> regions = update ? updated(fetched) : aws.regions;
    PriceBook book = PriceBook.bundled();
    if (fetched != null && (file != null || Files.exists(fetched))) {
      book = book.with(fetched);
    }
    List<PriceRow> rows =
        prices.over(book).rows().stream()
            .filter(row -> regions.isEmpty() || regions.contains(row.region()))
            .toList();
    output.print(
        spec.commandLine().getOut(),
        () -> PriceTables.table(rows),
        () -> PriceTables.data(rows),
        () -> PriceTables.json(rows));
    return 0;
  }

  private List<String> updated(@Nullable Path target) {
    if (target == null) {
      throw new SettingException(
          "--update has no file to write", "Name one with --file, or an archive with --archive.");
    }
    List<String> regions = aws.regions.isEmpty() ? ofArchive() : aws.regions;
    List<PriceRow> rows = new ArrayList<>();
    try (PriceListSource source = new PriceListSource(aws.priceList())) {
      for (String region : regions) {
        List<ListPrice> prices = source.prices(region);
        if (prices.isEmpty()) {
          throw new TeitenException(
              "The Price List has no prices of " + region,
              "Check the name of the region; nothing was written.");
        }
        prices.forEach(price -> rows.add(row(price)));
      }
    }
    PriceUpdate.write(target, rows);
    spec.commandLine()
        .getErr()
        .printf("Wrote %d prices of %s to %s.%n", rows.size(), String.join(", ", regions), target);
    return regions;
  }

  private List<String> ofArchive() {
    List<String> regions = List.of();
    if (archive != null && Files.isDirectory(archive)) {
      try (Archive open = new Archive(archive, new DuckDbEngine())) {
        regions =
            open.clusters(Instant.MAX).stream().map(Cluster::region).distinct().sorted().toList();
      }
    }
    if (regions.isEmpty()) {
      throw new SettingException(
          "--update does not know which regions to ask about",
          "Name them, such as --region ap-northeast-1, or an archive with clusters.");
    }
    return regions;
  }

  private static PriceRow row(ListPrice price) {
    return new PriceRow(
        price.instanceClass(),
        price.region(),
        price.storage(),
        price.engine(),
        price.deployment(),
        new Price(price.hourlyUsd(), price.publishedOn(), SOURCE));
  }
}
