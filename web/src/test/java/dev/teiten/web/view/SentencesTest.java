package dev.teiten.web.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.archive.files.FormatText;
import dev.teiten.archive.read.ArchiveText;
import dev.teiten.cpu.CpuText;
import dev.teiten.load.MarkText;
import dev.teiten.load.Sentence;
import dev.teiten.normalize.hint.HintAdvice;
import dev.teiten.normalize.hint.HintFigure;
import dev.teiten.normalize.hint.HintRule;
import dev.teiten.rank.RankingText;
import dev.teiten.review.PlanText;
import dev.teiten.review.ReviewText;
import dev.teiten.review.promise.PromiseText;
import dev.teiten.review.store.StoreText;
import dev.teiten.size.SizingText;
import dev.teiten.size.guard.GuardName;
import dev.teiten.size.guard.GuardText;
import dev.teiten.web.site.MissingText;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every sentence of the analyzer has a Japanese form with the same values. */
class SentencesTest {
  private static final Pattern PLACE = Pattern.compile("%(?:(\\d)\\$)?([+,]?(?:\\.\\d)?[a-z])");

  private static final ResourceBundle JAPANESE =
      ResourceBundle.getBundle("dev.teiten.web.sentences", Locale.JAPANESE);

  static Stream<Sentence.Pattern> patterns() {
    return Stream.<Sentence.Pattern[]>of(
            ArchiveText.values(),
            FormatText.values(),
            CpuText.values(),
            GuardName.values(),
            GuardText.values(),
            MarkText.values(),
            HintAdvice.values(),
            HintFigure.values(),
            HintRule.values(),
            MissingText.values(),
            PromiseText.values(),
            PlanText.values(),
            RankingText.values(),
            SizingText.values(),
            StoreText.values(),
            WrongText.values(),
            ReviewText.values())
        .flatMap(Stream::of);
  }

  @ParameterizedTest
  @MethodSource("patterns")
  void everySentenceHasTheSameValuesInJapanese(Sentence.Pattern pattern) {
    assertThat(places(JAPANESE.getString("say." + pattern.code())))
        .isEqualTo(places(pattern.english()));
  }

  @Test
  void noJapaneseSentenceIsLeftOver() {
    List<String> codes = patterns().map(pattern -> "say." + pattern.code()).toList();
    assertThat(JAPANESE.keySet()).containsExactlyInAnyOrderElementsOf(codes);
  }

  @Test
  void sentencesWithinSentencesAndMomentsAreSaidInTheSameLanguage() {
    ZonedDateTime moment = ZonedDateTime.of(2026, 11, 11, 20, 40, 0, 0, ZoneId.of("Asia/Tokyo"));
    Sentence peak = ReviewText.PEAK_OF_VCPUS.of("214", 288, moment);
    assertThat(peak.text()).isEqualTo("Peak load 214 of 288 vCPUs on Wed 11 Nov 20:40.");
    assertThat(PageTexts.in("ja").say(peak))
        .isEqualTo("ピーク負荷は 11月11日(水) 20:40 に 288 vCPU に対して 214。");

    Sentence against =
        SizingText.STANDS_AGAINST.of(
            SizingText.WITH_READERS.of("db.r5.8xlarge", 6), "data", GuardText.DATA.of(99.8, 4));
    assertThat(PageTexts.in("ja").say(against))
        .isEqualTo("CPU だけなら db.r5.8xlarge、リーダー 6 台 で足りますが、data が許しません: インスタンス×分の 99.8 %、履歴 4 週。");
    assertThat(PageTexts.in("en").say(against)).isEqualTo(against.text());
  }

  @Test
  void wordsWithoutACodeStayAsTheyAre() {
    assertThat(PageTexts.in("ja").say(Sentence.plain("50 % of x"))).isEqualTo("50 % of x");
  }

  /** The index and format of each value, regardless of the order. */
  private static TreeMap<Integer, String> places(String pattern) {
    TreeMap<Integer, String> places = new TreeMap<>();
    Matcher matcher = PLACE.matcher(pattern.replace("%%", ""));
    List<Integer> next = new ArrayList<>();
    while (matcher.find()) {
      next.add(1);
      places.put(
          matcher.group(1) == null ? next.size() : Integer.parseInt(matcher.group(1)),
          matcher.group(2));
    }
    return places;
  }
}
