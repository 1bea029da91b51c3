package dev.teiten.web.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.archive.Archive;
import dev.teiten.archive.duckdb.DuckDbEngine;
import dev.teiten.load.Cluster;
import dev.teiten.rank.Ranking;
import dev.teiten.review.JsonDocuments;
import dev.teiten.review.ReviewDocument;
import dev.teiten.review.ReviewService;
import dev.teiten.review.ReviewedWeek;
import dev.teiten.review.WeekResult;
import dev.teiten.size.WhatIf;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands and the API print the same from a kept result as without one. */
@Tag("slow")
class KeptReviewsTest {
  private final CollectedFleet collected = CollectedFleet.get();

  /** A copy of the archive, since other tests read it meanwhile. */
  @TempDir Path folder;

  @BeforeEach
  void copy() {
    Path original = collected.folder();
    for (Path file : files(original)) {
      Path target = folder.resolve(original.relativize(file).toString());
      try {
        Files.createDirectories(target.getParent());
        Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Archive archive() {
    return new Archive(folder, new DuckDbEngine());
  }

  @Test
  void documentsWithAndWithoutAKeptResultAreEqual() {
    for (String cluster : clusters()) {
      WeekResult made = resultOf(cluster, true);
      WeekResult kept = resultOf(cluster, false);

      assertThat(kept).isNotSameAs(made).isEqualTo(made);
      for (Ranking.Order order : Ranking.Order.values()) {
        assertThat(JsonDocuments.ranking(kept.ranking(order)))
            .isEqualTo(JsonDocuments.ranking(made.ranking(order)));
      }
      assertThat(JsonDocuments.sizing(kept.sizing()))
          .isEqualTo(JsonDocuments.sizing(made.sizing()));
      assertThat(document(kept)).isEqualTo(document(made));
      // In another language a sentence is made of its values.
      assertThat(inGerman(kept)).isEqualTo(inGerman(made));
    }
  }

  @Test
  void aWhatIfOfAKeptWeekStartsFromTheSameSizing() {
    for (String cluster : clusters()) {
      WeekResult kept = resultOf(cluster, false);
      try (Archive archive = archive()) {
        ReviewService reviews = new ReviewService(archive);
        WhatIf asked = new WhatIf(List.of(), null, 1);
        assertThat(reviews.sizing(cluster, collected.week(), asked).current())
            .isEqualTo(kept.sizing().current());
      }
    }
  }

  @Test
  void analyzeMakesWhatIsMissingOnce() {
    TeitenProcess.Result first = analyze();
    assertThat(first.status()).isZero();
    TeitenProcess.Result second = analyze();
    assertThat(second.status()).isZero();
    assertThat(second.err()).contains("Made 0 results, ");
    assertThat(second.out()).contains("pairs-main", "valid").doesNotContain("made");
  }

  private TeitenProcess.Result analyze() {
    return collected.program().run("analyze", "--archive", folder.toString());
  }

  private List<String> clusters() {
    try (Archive archive = archive()) {
      return archive.clusters(collected.week().range()).stream().map(Cluster::name).toList();
    }
  }

  private WeekResult resultOf(String cluster, boolean withoutKept) {
    if (withoutKept) {
      files(folder).stream()
          .filter(file -> file.toString().endsWith(".result"))
          .forEach(KeptReviewsTest::delete);
    }
    try (Archive archive = archive()) {
      return new ReviewService(archive).result(cluster, collected.week());
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String document(WeekResult result) {
    ReviewedWeek reviewed = new ReviewedWeek(result, result.agenda(), List.of());
    return JsonDocuments.review(reviewed) + ReviewDocument.markdown(reviewed);
  }

  private static String inGerman(WeekResult result) {
    StringBuilder text = new StringBuilder();
    result
        .headline()
        .forEach(s -> text.append(s.in(Locale.GERMAN, "EEEE HH:mm", code -> Optional.empty())));
    result
        .agenda()
        .forEach(
            item -> text.append(item.text().in(Locale.GERMAN, "EEEE", code -> Optional.empty())));
    return text.toString();
  }
}
