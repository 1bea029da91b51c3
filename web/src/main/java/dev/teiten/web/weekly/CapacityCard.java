package dev.teiten.web.weekly;

import dev.teiten.load.Cluster;
import dev.teiten.load.ReviewWeek;
import dev.teiten.review.BestFixes;
import dev.teiten.size.SizingAdvice;
import dev.teiten.size.SizingAdvice.FixSet;
import dev.teiten.size.SizingAdvice.Option;
import dev.teiten.size.SizingAdvice.Trial;
import dev.teiten.web.view.CapacityText;
import dev.teiten.web.view.DeploymentText;
import dev.teiten.web.view.GuardRow;
import dev.teiten.web.view.NumberFormats;
import dev.teiten.web.view.PageLinks;
import dev.teiten.web.view.PageTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The capacity card.
 *
 * @param reason the first reason of the verdict; empty without one
 * @param guardNote the subject of the guards if it is not the recommendation; otherwise empty
 */
public record CapacityCard(
    String verdict,
    String verdictCss,
    String reason,
    List<Line> lines,
    String guardNote,
    List<GuardRow> guards,
    String href) {

  /** A capacity with its price; {@code label} says when it applies. */
  public record Line(String label, String capacity, String price, String saving, String note) {}

  static CapacityCard of(SizingAdvice advice, Cluster cluster, ReviewWeek week, PageTexts texts) {
    String verdict = advice.verdict().name().toLowerCase(Locale.ROOT);
    return new CapacityCard(
        texts.get("verdict." + verdict),
        "v-" + verdict,
        advice.reasons().isEmpty() ? "" : texts.say(advice.reasons().get(0)),
        lines(advice, DeploymentText.describe(cluster, texts), texts),
        advice.keptByGuard() ? texts.get("guard.of.keep") : "",
        advice.guards().stream().map(guard -> GuardRow.of(guard, texts)).toList(),
        PageLinks.sizing(cluster.name(), week));
  }

  private static List<Line> lines(SizingAdvice advice, String deployment, PageTexts texts) {
    List<Line> lines = new ArrayList<>();
    SizingAdvice.Current now = advice.current();
    if (now != null) {
      lines.add(
          new Line(
              texts.get("capacity.today"),
              CapacityText.text(now, texts),
              CapacityText.price(now.monthlyUsd(), texts),
              "",
              texts.get("capacity.p99", NumberFormats.percent(now.p99Utilisation()))
                  + (deployment.isEmpty() ? "" : " · " + deployment)));
    }
    if (advice.recommended() != null) {
      lines.add(line(texts.get("capacity.asIs"), advice.recommended(), texts));
    }
    Trial trial = advice.trial();
    if (trial != null) {
      lines.add(line(texts.get("capacity.trial"), trial.option(), texts));
    }
    for (FixSet set : BestFixes.byNumber(advice)) {
      String key = set.fixes().size() == 1 ? "capacity.fixedOne" : "capacity.fixed";
      String label = texts.get(key, String.valueOf(set.fixes().size()));
      lines.add(line(label, set.option(), texts));
    }
    return lines;
  }

  private static Line line(String label, Option option, PageTexts texts) {
    Double saving = option.monthlySavingUsd();
    return new Line(
        label,
        CapacityText.text(option),
        CapacityText.price(option.monthlyUsd(), texts),
        saving == null ? "" : NumberFormats.signedUsd(-saving),
        texts.get(
            "capacity.p99After",
            NumberFormats.percent(option.p99Utilisation()),
            NumberFormats.percent(option.p99UtilisationAfterFailure())));
  }
}
