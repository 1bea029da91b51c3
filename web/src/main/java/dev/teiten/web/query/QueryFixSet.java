package dev.teiten.web.query;

import dev.teiten.size.SizingAdvice;
import dev.teiten.size.SizingAdvice.FixSet;
import dev.teiten.size.SizingAdvice.Option;
import dev.teiten.web.view.CapacityText;
import dev.teiten.web.view.NumberFormats;
import dev.teiten.web.view.PageLinks;
import dev.teiten.web.view.PageTexts;
import java.util.ArrayList;
import java.util.List;

/**
 * The capacity that a fix of the query releases, alone or together with other fixes.
 *
 * @param href the sizing page with these fixes assumed
 */
public record QueryFixSet(String fixes, String capacity, String saving, String href) {

  static List<QueryFixSet> of(String fingerprint, SizingAdvice advice, PageTexts texts) {
    List<QueryFixSet> releases = new ArrayList<>();
    for (FixSet set : advice.fixSets()) {
      set.fixes().stream()
          .filter(fix -> fix.fingerprint().equals(fingerprint))
          .findFirst()
          .ifPresent(fix -> releases.add(of(fix, set, advice, texts)));
    }
    return releases;
  }

  /** The reason why there is no release. */
  static String none(SizingAdvice advice, PageTexts texts) {
    boolean undecided = advice.verdict() == SizingAdvice.Verdict.UNDECIDED;
    return texts.get(undecided ? "sets.undecided" : "release.none");
  }

  private static QueryFixSet of(
      SizingAdvice.Fix fix, FixSet set, SizingAdvice advice, PageTexts texts) {
    String percent = NumberFormats.signedPercent(-fix.percent() / 100);
    int others = set.fixes().size() - 1;
    List<String> pairs = new ArrayList<>();
    for (SizingAdvice.Fix member : set.fixes()) {
      pairs.add("fix");
      pairs.add(member.fingerprint() + ":" + NumberFormats.coordinate(member.percent()));
    }
    Option option = set.option();
    Double saving = set.monthlySavingUsd();
    return new QueryFixSet(
        others == 0
            ? texts.get("release.alone", percent)
            : texts.get("release.with", percent, String.valueOf(others)),
        CapacityText.text(option),
        saving == null ? texts.get("noPrice") : NumberFormats.signedUsd(-saving),
        PageLinks.sizing(advice.cluster(), advice.week())
            + PageLinks.with(pairs.toArray(new String[0]))
            + "#what-if");
  }
}
