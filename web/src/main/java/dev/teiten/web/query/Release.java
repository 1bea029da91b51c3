package dev.teiten.web.query;

import dev.teiten.size.SizingAdvice;
import dev.teiten.size.SizingAdvice.FixSet;
import dev.teiten.size.SizingAdvice.Option;
import dev.teiten.web.view.Capacity;
import dev.teiten.web.view.Format;
import dev.teiten.web.view.Links;
import dev.teiten.web.view.Texts;
import java.util.ArrayList;
import java.util.List;

/**
 * What fixing a query would release, alone or with others.
 *
 * @param href the sizing page with these fixes assumed
 */
public record Release(String fixes, String capacity, String saving, String href) {

  static List<Release> of(String fingerprint, SizingAdvice advice, Texts texts) {
    List<Release> releases = new ArrayList<>();
    for (FixSet set : advice.fixSets()) {
      set.fixes().stream()
          .filter(fix -> fix.fingerprint().equals(fingerprint))
          .findFirst()
          .ifPresent(fix -> releases.add(of(fix, set, advice, texts)));
    }
    return releases;
  }

  /** Why there is none. */
  static String none(SizingAdvice advice, Texts texts) {
    boolean undecided = advice.verdict() == SizingAdvice.Verdict.UNDECIDED;
    return texts.get(undecided ? "sets.undecided" : "release.none");
  }

  private static Release of(SizingAdvice.Fix fix, FixSet set, SizingAdvice advice, Texts texts) {
    String percent = Format.signedPercent(-fix.percent() / 100);
    int others = set.fixes().size() - 1;
    List<String> pairs = new ArrayList<>();
    for (SizingAdvice.Fix one : set.fixes()) {
      pairs.add("fix");
      pairs.add(one.fingerprint() + ":" + Format.coordinate(one.percent()));
    }
    Option option = set.option();
    Double saving = set.monthlySavingUsd();
    return new Release(
        others == 0
            ? texts.get("release.alone", percent)
            : texts.get("release.with", percent, String.valueOf(others)),
        Capacity.text(option),
        saving == null ? texts.get("noPrice") : Format.signedUsd(-saving),
        Links.sizing(advice.cluster(), advice.week())
            + Links.with(pairs.toArray(new String[0]))
            + "#what-if");
  }
}
