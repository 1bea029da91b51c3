package dev.teiten.review.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.teiten.load.SettingException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoreAddressTest {

  @ParameterizedTest
  @CsvSource({
    "jdbc:mysql://db.example:3306/reviews, jdbc:mysql://db.example:3306/reviews",
    "jdbc:mysql://ann:s3cret@db.example/reviews, jdbc:mysql://db.example/reviews",
    "jdbc:mysql://db.example/reviews?user=ann&password=s3cret, jdbc:mysql://db.example/reviews",
    "jdbc:mysql://db.example?user=ann&password=s3cret@x, jdbc:mysql://…",
    "jdbc:mysql://db.example?user=ann&password=s3cret, jdbc:mysql://db.example",
    "jdbc:mysql://ann:s3?cret@db.example/reviews, jdbc:mysql://…",
    "jdbc:mysql://ann:s3/cret@db.example/reviews, jdbc:mysql://…",
    "jdbc:mysql://ann:s3@cret@db.example/reviews, jdbc:mysql://…",
    "jdbc:mysql://address=(host=h)(user=ann)(password=s3cret)/reviews, jdbc:mysql://…",
    "jdbc:mysql:loadbalance://ann:s3cret@h/reviews, jdbc:mysql://…",
    "jdbc:sqlite:/var/lib/teiten/reviews.sqlite?password=s3cret,"
        + " jdbc:sqlite:/var/lib/teiten/reviews.sqlite"
  })
  void showsWhereItIsAndNeverWhoLogsIn(String url, String shown) {
    StoreAddress address =
        StoreAddress.of(
            url, Map.of("TEITEN_STORE_USER", "ann", "TEITEN_STORE_PASSWORD", "s3cret"));
    assertThat(address.shown()).isEqualTo(shown);
    assertThat(address).hasToString(shown);
    assertThat(address.user()).isEqualTo("ann");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "reviews.sqlite", "jdbc:postgresql://ann:s3cret@h/x", "mysql://h/x"})
  void anotherAddressIsRefusedWithoutRepeatingIt(String url) {
    assertThatThrownBy(() -> StoreAddress.of(url, Map.of()))
        .isInstanceOf(SettingException.class)
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void aCardTakesNoStatementForAFingerprint() {
    assertThatThrownBy(
            () -> TaskCard.titled("main", java.util.List.of("SELECT * FROM users"), "x"))
        .isInstanceOf(SettingException.class)
        .hasMessageNotContaining("users");
  }
}
