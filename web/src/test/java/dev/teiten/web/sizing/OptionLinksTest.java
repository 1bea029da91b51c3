package dev.teiten.web.sizing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.load.SettingException;
import dev.teiten.rank.Ranking;
import dev.teiten.size.SizingAdvice;
import dev.teiten.size.SizingAdvice.Option;
import dev.teiten.size.WhatIf;
import dev.teiten.web.sample.SampleFacts;
import dev.teiten.web.sample.SampleServer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionLinksTest {

  private static final Ranking RANKING = SampleFacts.ranking();

  @ParameterizedTest
  @CsvSource({
    "db.r5.8xlarge,db.r5.8xlarge,5,?target=db.r5.8xlarge&readers=5",
    "db.r6g.4xlarge,,0,?target=db.r6g.4xlarge&readers=0",
    "db.r5.8xlarge,db.r6g.4xlarge,6,?writer=db.r5.8xlarge&reader=db.r6g.4xlarge&readers=6"
  })
  void theAddressOfAnOptionAsksForExactlyThatOption(
      String writer, @Nullable String reader, int readers, String query) {
    // The link replaces the earlier question and keeps the assumptions.
    String before = SampleFacts.firstFingerprint() + ":80";
    WhatIfRequest question =
        question(
            new WhatIfParam(ParamKind.READER, "db.r5.large"),
            new WhatIfParam(ParamKind.READERS, "9"),
            new WhatIfParam(ParamKind.FIX, before));
    String href = choices(question).href(option(writer, reader, readers));
    assertThat(href).isEqualTo("/sizing?fix=" + before + "&" + query.substring(1));
  }

  @Test
  void classesOfTheirOwnAreTakenOverTheTarget() {
    WhatIf asked =
        question(
                new WhatIfParam(ParamKind.TARGET, "db.r5.8xlarge"),
                new WhatIfParam(ParamKind.READER, "db.r5.4xlarge"))
            .whatIf();
    assertThat(asked.target()).isEqualTo("db.r5.8xlarge");
    assertThat(asked.reader()).isEqualTo("db.r5.4xlarge");
    assertThat(asked.asksForCapacity()).isTrue();
  }

  @Test
  void aClassThatIsNoneIsNamedAndLeftOut() {
    WhatIfRequest question = question(new WhatIfParam(ParamKind.WRITER, "db.r5.enormous"));
    assertThat(question.whatIf().asksForCapacity()).isFalse();
    assertThat(question.problems())
        .singleElement()
        .satisfies(
            problem ->
                assertThat(problem.reason())
                    .isInstanceOf(SettingException.class)
                    .hasMessageContaining("writer=db.r5.enormous"));
  }

  private static WhatIfRequest question(WhatIfParam... entries) {
    return WhatIfRequest.read(List.of(entries), fingerprint -> true);
  }

  private static OptionLinks choices(WhatIfRequest question) {
    SizingAdvice advice = SampleServer.reviews().sizing("main", RANKING.week(), WhatIf.nothing());
    return new OptionLinks(advice, question, "/sizing");
  }

  private static Option option(String writer, @Nullable String reader, int readers) {
    return new Option(
        writer, reader, readers, null, null, null, null, null, null, null, null, null);
  }
}
