package dev.teiten.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.web.sample.SampleServer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A page explains a missing resource in the reader's language. A script gets the language that it
 * asks for, or English by default.
 */
@Tag("slow")
class MissingPageTest {

  @ParameterizedTest
  @CsvSource({
    "clusters/main/weeks/2020-W01,アーカイブに 2020-W01 のデータはありません",
    "clusters/main/weeks/soon,ISO 週で書いてください",
    "clusters/nope/weeks/2026-W46,にクラスター",
    "queries/t1-none?week=2026-W46,2026-W46 にクエリ t1-none はありません"
  })
  void aReaderOfJapaneseReadsJapanese(String path, String words) throws Exception {
    assertThat(get(path)).contains("lang=\"ja\"").contains(words);
  }

  @ParameterizedTest
  @CsvSource({
    "Accept-Language,ja,アーカイブに 2020-W01 のデータはありません",
    "Accept-Language,en,The archive has nothing of 2020-W01",
    "Accept,application/json,The archive has nothing of 2020-W01",
    // The language that a reader chose in another window is not the language of this page.
    "Cookie,teiten-lang=ja,The archive has nothing of 2020-W01"
  })
  void aScriptReadsTheLanguageThatItAsksFor(String header, String value, String words)
      throws Exception {
    assertThat(get("api/clusters/main/weeks/2020-W01/ranking", header, value)).contains(words);
  }

  private static String get(String path) throws IOException, InterruptedException {
    return get(path, "Accept-Language", "ja");
  }

  private static String get(String path, String header, String value)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(SampleServer.readOnly().uri().resolve("/" + path))
                .header(header, value)
                .build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }
}
