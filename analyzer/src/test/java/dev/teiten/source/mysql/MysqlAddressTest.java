package dev.teiten.source.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.teiten.load.SettingException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MysqlAddressTest {

  @Test
  void aPasswordIsHandedToTheDriverAndNeverShown() {
    Map<String, String> environment =
        Map.of("TEITEN_SAMPLE_USER", "ann", "TEITEN_SAMPLE_PASSWORD", "s3cret");
    MysqlAddress address = MysqlAddress.of("jdbc:mysql://bob:pw@db.example:3307/", environment);

    assertThat(address).hasToString("jdbc:mysql://db.example:3307/");
    assertThat(address.properties())
        .containsEntry("user", "ann")
        .containsEntry("password", "s3cret")
        .containsKeys("connectTimeout", "socketTimeout");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "db.example",
        "jdbc:sqlite:s3cret",
        "jdbc:mysql:replication://ann:s3cret@a,b/",
        "jdbc:postgresql://ann:s3cret@h/"
      })
  void anotherAddressIsRefusedWithoutRepeatingIt(String url) {
    assertThatThrownBy(() -> MysqlAddress.of(url, Map.of()))
        .isInstanceOf(SettingException.class)
        .hasMessageNotContaining("s3cret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a/b", "../x", "name@region", "-x", "a b"})
  void aNameHasToBeFitForAFolder(String name) {
    assertThatThrownBy(() -> new ServerNames(name, null)).isInstanceOf(SettingException.class);
    assertThatThrownBy(() -> new ServerNames("local", name)).isInstanceOf(SettingException.class);
  }

  @Test
  void aServerWithoutANameIsCalledByItsOwn() {
    assertThat(new ServerNames("local", null).instanceOr("ip 10:0", 3306))
        .isEqualTo("ip-10-0-3306");
    assertThat(new ServerNames("local", "writer").instanceOr("h", 3306)).isEqualTo("writer");
  }
}
