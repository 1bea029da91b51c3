package dev.teiten.web.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.teiten.load.SettingException;
import dev.teiten.web.WebSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The settings of {@code --auth} and {@code --trusted-proxy}. */
class AccessPolicyTest {
  private static final String TOKEN = "a-token-nobody-guesses-0123456789";

  @Test
  void anAddressOfTheNetworkNeedsALogin() {
    assertThatThrownBy(() -> new WebSettings("0.0.0.0", 0, ZoneOffset.UTC))
        .isInstanceOfSatisfying(
            SettingException.class, e -> assertThat(e.hint()).contains("--auth"));
    AccessPolicy token = AccessPolicy.parse("env:T", Set.of(), Map.of("T", TOKEN));
    assertThat(new WebSettings("0.0.0.0", 0, ZoneOffset.UTC, token).access()).isEqualTo(token);
    assertThat(token).hasToString("Access[TOKEN]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"token", "env:NONE", "env:SHORT", "file:/no/such/file", "header:X-User"})
  void whatIsNoLoginIsTheOperatorsToMend(String auth) {
    assertThatThrownBy(() -> AccessPolicy.parse(auth, Set.of(), Map.of("SHORT", "secret")))
        .isInstanceOfSatisfying(
            SettingException.class,
            e -> assertThat(e.hint()).isNotBlank().doesNotContain("secret"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "aaaaaaaaaaaaaaaaaaaaaaaa",
        "abababababababababababab",
        "correct-horse-correct-horse",
        "123456789012345678901234",
        "abcdefghijklmnopqrstuvwxyz"
      })
  void aTokenThatFollowsAPatternIsRefused(String token) {
    assertThatThrownBy(() -> AccessPolicy.parse("env:T", Set.of(), Map.of("T", token)))
        .isInstanceOf(SettingException.class)
        .hasMessageContaining("pattern");
  }

  @Test
  void aTokenThatOthersCanReadIsRefused(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("token"), TOKEN + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertThatThrownBy(() -> AccessPolicy.parse("file:" + file, Set.of(), Map.of()))
        .isInstanceOfSatisfying(
            SettingException.class, e -> assertThat(e.hint()).contains("chmod 600"));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    assertThat(AccessPolicy.parse("file:" + file, Set.of(), Map.of()).secret()).isEqualTo(TOKEN);
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8,10.200.3.4,true",
    "10.0.0.0/8,11.0.0.1,false",
    "192.168.4.0/22,192.168.7.255,true",
    "192.168.4.0/22,192.168.8.0,false",
    "fd00::/8,fd12::1,true",
    "fd00::/8,10.0.0.1,false",
    "0.0.0.0/0,203.0.113.9,true",
    "10.0.0.5,10.0.0.5,true",
    "10.0.0.5,10.0.0.6,false",
    "localhost,127.0.0.1,true"
  })
  void aProxyIsAnAddressANameOrARange(String range, String address, boolean inside) {
    assertThat(AddressRange.parse(range).contains(address)).isEqualTo(inside);
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.0/33", "10.0.0.0/", "proxy/8", "fd00::/129", "10.0.0.0/8/8"})
  void whatIsNoRangeIsAWrongSetting(String range) {
    assertThatThrownBy(() -> AccessPolicy.parse("header:X-User", Set.of(range), Map.of()))
        .isInstanceOf(SettingException.class);
  }
}
