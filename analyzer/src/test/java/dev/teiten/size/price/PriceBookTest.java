package dev.teiten.size.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.teiten.load.Cluster.StorageType;
import dev.teiten.load.Engine;
import dev.teiten.load.SettingException;
import dev.teiten.load.TeitenException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PriceBookTest {
  private static final String HEADER = "instance_class,region,storage,usd_per_hour,as_of,source\n";

  private static final Engine MYSQL = Engine.AURORA_MYSQL;

  @TempDir Path dir;

  private Path file(String rows) throws IOException {
    return Files.writeString(dir.resolve("prices.csv"), HEADER + rows);
  }

  @Test
  void aMonthHas730Hours() {
    Price price =
        PriceBook.bundled()
            .find("db.r5.8xlarge", "us-east-1", StorageType.STANDARD, MYSQL)
            .orElseThrow();

    assertThat(price.monthlyUsd()).isCloseTo(3387.2, within(1e-6));
    assertThat(price.source()).contains("undated");
  }

  @Test
  void theOnePriceOfAwsItselfIsNamedAsSuch() {
    Price price =
        PriceBook.bundled()
            .find("db.r6g.large", "us-east-1", StorageType.STANDARD, MYSQL)
            .orElseThrow();

    assertThat(price.hourlyUsd()).isEqualTo(0.26);
    assertThat(price.source()).isEqualTo("AWS Price List");
    assertThat(price.asOf()).isEqualTo(LocalDate.of(2026, 3, 18));
  }

  @Test
  void ioOptimizedOfTheBundledBookSaysWhetherItIsCapturedOrComputed() {
    PriceBook book = PriceBook.bundled();

    Price large =
        book.find("db.r6g.large", "us-east-1", StorageType.IO_OPTIMIZED, MYSQL).orElseThrow();
    Price computed =
        book.find("db.r5.8xlarge", "us-east-1", StorageType.IO_OPTIMIZED, MYSQL).orElseThrow();

    assertThat(large.hourlyUsd()).isEqualTo(0.338);
    assertThat(large.source()).startsWith("captured");
    assertThat(computed.hourlyUsd()).isCloseTo(4.64 * 1.3, within(1e-9));
    assertThat(computed.source()).startsWith("1.30 times Standard");
  }

  @Test
  void aFileThatKnowsStandardOnlyGivesNoIoOptimizedPrice() throws IOException {
    PriceBook book =
        PriceBook.bundled().with(file("db.r5.large,ap-northeast-1,standard,0.35,2026-10-01,us\n"));
    assertThat(book.find("db.r5.large", "ap-northeast-1", StorageType.IO_OPTIMIZED, MYSQL))
        .isEmpty();
  }

  @Test
  void aServerlessInstanceIsNotPricedAsOneCapacityUnit() {
    PriceBook book = PriceBook.bundled();
    assertThat(book.find("acu", "us-east-1", StorageType.STANDARD, MYSQL)).isPresent();
    assertThat(book.find("db.serverless", "us-east-1", StorageType.STANDARD, MYSQL)).isEmpty();
  }

  @Test
  void aRowOfAnEngineWinsWithinItsFileAndNotOverTheFileAbove() throws IOException {
    PriceBook fetched =
        PriceBook.bundled()
            .with(
                Files.writeString(
                    dir.resolve("fetched.csv"),
                    HEADER.strip()
                        + ",engine\n"
                        + "db.r5.large,us-east-1,standard,0.30,2026-11-01,AWS,aurora-mysql\n"
                        + "db.r5.large,us-east-1,standard,0.31,2026-11-01,AWS,aurora-postgresql\n"
                        + "db.r5.large,us-east-1,standard,0.32,2026-11-01,AWS,\n"));
    PriceBook own = fetched.with(file("db.r5.large,us-east-1,standard,0.20,2026-11-02,us\n"));

    assertThat(usd(fetched, MYSQL)).isEqualTo(0.30);
    assertThat(usd(fetched, Engine.AURORA_POSTGRESQL)).isEqualTo(0.31);
    assertThat(usd(own, MYSQL)).isEqualTo(0.20);
    assertThat(own.rows())
        .filteredOn(row -> row.instanceClass().equals("db.r5.large"))
        .filteredOn(row -> row.storage() == StorageType.STANDARD)
        .extracting(row -> row.price().hourlyUsd())
        .containsExactly(0.20);
  }

  private static double usd(PriceBook book, Engine engine) {
    return book.find("db.r5.large", "us-east-1", StorageType.STANDARD, engine)
        .orElseThrow()
        .hourlyUsd();
  }

  @Test
  void anUpdateReplacesItsRegionsAndKeepsTheOthers() throws IOException {
    Path file =
        file(
            "db.r5.large,us-east-1,standard,0.29,2026-01-01,old\n"
                + "db.r4.large,us-east-1,standard,0.35,2026-01-01,old\n"
                + "db.r5.large,eu-west-1,standard,0.32,2026-01-01,old\n");
    Price price = new Price(0.30, LocalDate.of(2026, 11, 13), "AWS, the list");
    PriceRow row = new PriceRow("db.r5.large", "us-east-1", StorageType.STANDARD, MYSQL, price);

    PriceUpdate.write(file, List.of(row));

    assertThat(PriceBook.read(file)).hasSize(2).contains(row);
    assertThat(PriceBook.read(file)).extracting(PriceRow::region).contains("eu-west-1");
    try (Stream<Path> files = Files.list(dir)) {
      assertThat(files).containsExactly(file);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"db.x2g.large", "db.r6i.large", "db.r9x.large"})
  void whatNoSourceStatesHasNoPrice(String instanceClass) {
    assertThat(PriceBook.bundled().find(instanceClass, "us-east-1", StorageType.STANDARD, MYSQL))
        .isEmpty();
  }

  @Test
  void anotherRegionHasNoPriceUntilAFileGivesOne() throws IOException {
    PriceBook bundled = PriceBook.bundled();
    assertThat(bundled.find("db.r5.large", "ap-northeast-1", StorageType.STANDARD, MYSQL))
        .isEmpty();

    PriceBook book =
        bundled.with(
            file("# Tokyo\ndb.r5.large, ap-northeast-1, standard, 0.35, 2026-10-01, us\n"));

    assertThat(book.find("DB.R5.LARGE", "ap-northeast-1", StorageType.STANDARD, MYSQL))
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
            book.find("db.r5.large", "us-east-1", StorageType.STANDARD, MYSQL)
                .orElseThrow()
                .hourlyUsd())
        .isEqualTo(0.25);
    assertThat(
            book.find("db.r5.large", "us-east-1", StorageType.IO_OPTIMIZED, MYSQL)
                .orElseThrow()
                .hourlyUsd())
        .isEqualTo(0.30);
    assertThat(book.find("db.r5.xlarge", "us-east-1", StorageType.STANDARD, MYSQL)).isPresent();
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
