package dev.teiten.cli;

import dev.teiten.archive.Archive;
import dev.teiten.load.Cluster;
import dev.teiten.load.ReviewWeek;
import dev.teiten.load.SettingException;
import dev.teiten.load.TeitenException;
import dev.teiten.review.JsonDocuments;
import dev.teiten.review.ReviewDocument;
import dev.teiten.review.ReviewService;
import dev.teiten.review.ReviewedWeek;
import dev.teiten.review.WeeklyReview;
import dev.teiten.review.store.TaskBook;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.stream.Stream;
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
  @Mixin NotifyOptions messages = new NotifyOptions();
  @Mixin ClustersOption clusters = new ClustersOption();
  @Spec CommandSpec spec;

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
      List<String> names = chosen(archive, reviews, week);
      PrintWriter out = spec.commandLine().getOut();
      Stream<ReviewedWeek> reviewed = names.stream().map(name -> reviews.reviewed(name, week));
      names.forEach(name -> messages.review(() -> reviews.reviewed(name, week)));
      switch (format) {
        case JSON -> JsonDocuments.reviews(reviewed, out);
        case MARKDOWN -> reviewed.map(ReviewDocument::markdown).forEach(out::print);
        case HTML -> out.print(page(names, reviews, week));
      }
      out.println();
      return 0;
    }
  }

  private String page(List<String> names, ReviewService reviews, ReviewWeek week) {
    if (names.size() > 1) {
      throw new SettingException(
          "--format html writes the page of one cluster, and there are " + names.size(),
          "Choose one with --cluster: " + String.join(", ", names) + ".");
    }
    WeeklyReview review = reviews.review(names.get(0), week);
    return html.apply(review, language.name().toLowerCase(Locale.ROOT));
  }

  /** The clusters to write, which have load; so nothing is written before an error. */
  private List<String> chosen(Archive archive, ReviewService reviews, ReviewWeek week) {
    for (String name : clusters.names) {
      if (reviews.result(name, week).ranking().loadAas() == null) {
        EmptyWeek.check(archive, name, week);
      }
    }
    return clusters.names.isEmpty() ? all(archive, reviews, week) : List.copyOf(clusters.names);
  }

  private static List<String> all(Archive archive, ReviewService reviews, ReviewWeek week) {
    List<String> names =
        reviews.fleet(week).stream()
            .filter(summary -> summary.loadAas() != null)
            .map(summary -> summary.cluster().name())
            .toList();
    if (names.isEmpty()) {
      List<Cluster> archived = archive.clusters(week.range());
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
