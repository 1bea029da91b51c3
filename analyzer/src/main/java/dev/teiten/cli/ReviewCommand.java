package dev.teiten.cli;

import dev.teiten.archive.Archive;
import dev.teiten.load.Cluster;
import dev.teiten.load.ReviewWeek;
import dev.teiten.load.SettingException;
import dev.teiten.load.TeitenException;
import dev.teiten.review.JsonDocuments;
import dev.teiten.review.ReviewDocument;
import dev.teiten.review.ReviewService;
import dev.teiten.review.WeeklyReview;
import dev.teiten.review.store.TaskBook;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "review",
    description = "The weekly review as one document to share.",
    footer = {
      "",
      "Example:",
      "  teiten review --archive /var/lib/teiten --week 2026-W46 --format markdown",
      "  teiten review --archive /var/lib/teiten --cluster main --format html > review.html"
    })
final class ReviewCommand implements Callable<Integer> {
  enum Format {
    MARKDOWN,
    HTML,
    JSON
  }

  enum Language {
    EN,
    JA
  }

  /** A document is printed once, so it waits for pending results. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  @Mixin ArchiveOption archiveOption = new ArchiveOption();
  @Mixin ReviewsOptions reviewsOptions = new ReviewsOptions();
  @Mixin WeekOptions weeks = new WeekOptions();
  @Mixin StoreOption store = new StoreOption();
  @Spec CommandSpec spec;

  @Option(
      names = "--cluster",
      paramLabel = "NAME",
      split = ",",
      description = "Only these clusters; default: all.")
  Set<String> clusters = new LinkedHashSet<>();

  @Option(
      names = "--format",
      defaultValue = "markdown",
      description = "markdown (default), html or json.")
  Format format = Format.MARKDOWN;

  @Option(names = "--lang", defaultValue = "en", description = "html's language, en or ja.")
  Language language = Language.EN;

  private final BiFunction<WeeklyReview, String, String> html;

  ReviewCommand(BiFunction<WeeklyReview, String, String> html) {
    this.html = html;
  }

  @Override
  public Integer call() {
    try (Archive archive = archiveOption.open();
        TaskBook book = store.book(archive, Clock.systemUTC())) {
      ReviewWeek week = weeks.week(Clock.systemUTC());
      ReviewService reviews = reviewsOptions.reviews(archive, book, PATIENCE);
      List<WeeklyReview> weeklyReviews = new ArrayList<>();
      for (String cluster : chosen(archive, week)) {
        EmptyWeek.check(archive, cluster, week);
        weeklyReviews.add(reviews.review(cluster, week));
      }
      PrintWriter out = spec.commandLine().getOut();
      out.println(
          switch (format) {
            case JSON -> JsonDocuments.reviews(weeklyReviews);
            case MARKDOWN -> ReviewDocument.markdown(weeklyReviews);
            case HTML -> page(weeklyReviews);
          });
      return 0;
    }
  }

  private String page(List<WeeklyReview> reviews) {
    if (reviews.size() > 1) {
      String names =
          reviews.stream()
              .map(review -> review.ranking().cluster())
              .collect(Collectors.joining(", "));
      throw new SettingException(
          "--format html writes the page of one cluster, and there are " + reviews.size(),
          "Choose one with --cluster: " + names + ".");
    }
    return html.apply(reviews.get(0), language.name().toLowerCase(Locale.ROOT));
  }

  private Set<String> chosen(Archive archive, ReviewWeek week) {
    if (!clusters.isEmpty()) {
      return clusters;
    }
    Set<String> names = new LinkedHashSet<>();
    List<Cluster> archived = archive.clusters(week.range());
    archived.stream()
        .filter(
            cluster -> archive.contents().coverage(cluster, week.zone()).containsKey(week.label()))
        .map(Cluster::name)
        .forEach(names::add);
    if (names.isEmpty()) {
      // Lists the weeks that have data.
      archived.stream()
          .findFirst()
          .ifPresent(cluster -> EmptyWeek.check(archive, cluster.name(), week));
      throw new TeitenException(
          "The archive in " + archive.root() + " is empty",
          "Run `teiten collect --archive " + archive.root() + "` first.");
    }
    return names;
  }
}
