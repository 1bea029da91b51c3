package dev.teiten.size;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.teiten.load.Cluster.StorageType;
import dev.teiten.load.SettingException;
import dev.teiten.load.TeitenException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PriceBookTest {
  private static final String HEADER = "instance_class,region,storage,usd_per_hour,as_of,source\n";

  @TempDir Path dir;

  private Path file(String rows) throws IOException {
    return Files.writeString(dir.resolve("prices.csv"), HEADER + rows);
  }

  @Test
  void aMonthHas730Hours() {
    Price price =
        PriceBook.bundled().find("db.r5.8xlarge", "us-east-1", StorageType.STANDARD).orElseThrow();

    assertThat(price.monthlyUsd()).isCloseTo(3387.2, within(1e-6));
    assertThat(price.source()).contains("undated");
  }

  @Test
  void theOnePriceOfAwsItselfIsNamedAsSuch() {
    Price price =
        PriceBook.bundled().find("db.r6g.large", "us-east-1", StorageType.STANDARD).orElseThrow();

    assertThat(price.hourlyUsd()).isEqualTo(0.26);
    assertThat(price.source()).isEqualTo("AWS Price List");
    assertThat(price.asOf()).isEqualTo(LocalDate.of(2026, 3, 18));
  }

  @Test
  void ioOptimizedIsThirtyPercentMoreAndSaysThatItIsAssumed() {
    PriceBook book = PriceBook.bundled();

    Price large = book.find("db.r6g.large", "us-east-1", StorageType.IO_OPTIMIZED).orElseThrow();
    Price xlarge = book.find("db.r7g.xlarge", "us-east-1", StorageType.IO_OPTIMIZED).orElseThrow();

    // The two figures of the Price List that are known.
    assertThat(large.hourlyUsd()).isCloseTo(0.338, within(0.0005));
    assertThat(xlarge.hourlyUsd()).isCloseTo(0.719, within(0.0005));
    assertThat(large.source()).contains("assumed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"db.x2g.large", "db.r6i.large", "db.r9x.large"})
  void whatNoSourceStatesHasNoPrice(String instanceClass) {
    assertThat(PriceBook.bundled().find(instanceClass, "us-east-1", StorageType.STANDARD))
        .isEmpty();
  }

  @Test
  void anotherRegionHasNoPriceUntilAFileGivesOne() throws IOException {
    PriceBook bundled = PriceBook.bundled();
    assertThat(bundled.find("db.r5.large", "ap-northeast-1", StorageType.STANDARD)).isEmpty();

    PriceBook book =
        bundled.with(
            file("# Tokyo\ndb.r5.large, ap-northeast-1, standard, 0.35, 2026-10-01, us\n"));

    assertThat(book.find("DB.R5.LARGE", "ap-northeast-1", StorageType.STANDARD))
        .hasValue(new Price(0.35, LocalDate.of(2026, 10, 1), "us"));
  }

  @Test
  void aFileCorrectsTheBundledPrices() throws IOException {
    PriceBook book =
        PriceBook.bundled()
            .with(
                file(
                    "db.r5.large,us-east-1,standard,0.25,2026-10-01,contract\n"
                        + "db.r5.large,us-east-1,io-optimized,0.30,2026-10-01,contract\n"));

    assertThat(
            book.find("db.r5.large", "us-east-1", StorageType.STANDARD).orElseThrow().hourlyUsd())
        .isEqualTo(0.25);
    assertThat(
            book.find("db.r5.large", "us-east-1", StorageType.IO_OPTIMIZED)
                .orElseThrow()
                .hourlyUsd())
        .isEqualTo(0.30);
    assertThat(book.find("db.r5.xlarge", "us-east-1", StorageType.STANDARD)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "db.r5.large,us-east-1,standard,cheap,2026-10-01,x",
        "db.r5.large,us-east-1,standard,-1,2026-10-01,x",
        "db.r5.large,us-east-1,standard,1,yesterday,x",
        "db.r5.large,us-east-1,serverless,1,2026-10-01,x",
        "db.r5.large,us-east-1"
      })
  void aWrongRowIsNamedWithAHint(String row) {
    assertThatThrownBy(() -> PriceBook.bundled().with(file(row + "\n")))
        .isInstanceOf(SettingException.class)
        .hasMessageContaining("row 1")
        .extracting(e -> ((TeitenException) e).hint())
        .asString()
        .contains("usd_per_hour");
  }

  @Test
  void aMissingColumnOrFileIsSaid() throws IOException {
    Path file = Files.writeString(dir.resolve("short.csv"), "instance_class,region\n");
    PriceBook book = PriceBook.bundled();

    assertThatThrownBy(() -> book.with(file)).isInstanceOf(SettingException.class);
    assertThatThrownBy(() -> book.with(dir.resolve("none.csv")))
        .isInstanceOf(TeitenException.class)
        .hasMessageContaining("none.csv");
  }
}
