package dev.teiten.web.fleet;

import dev.teiten.review.ClusterSummary;
import dev.teiten.web.view.CapacityText;
import dev.teiten.web.view.ChangeText;
import dev.teiten.web.view.DeploymentText;
import dev.teiten.web.view.FilterWords;
import dev.teiten.web.view.NumberFormats;
import dev.teiten.web.view.PageLinks;
import dev.teiten.web.view.PageTexts;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A cluster of the fleet, formatted for display.
 *
 * @param hidden whether the reader's filter hides it
 * @param bar null if the load or the vCPUs are unknown
 */
public record FleetRow(
    boolean hidden,
    String name,
    String href,
    String sizingHref,
    String where,
    String instances,
    @Nullable CapacityBar bar,
    String load,
    String peak,
    String vcpus,
    String headroom,
    String change,
    String monthlyUsd,
    String savingUsd,
    String coverage,
    boolean coverageLow,
    String verdict,
    String verdictCss) {

  // Below this coverage a mean says little; the coverage badge has the same bound.
  private static final double LOW_COVERAGE = 0.9;

  static FleetRow of(ClusterSummary summary, String filter, PageTexts texts) {
    String name = summary.cluster().name();
    Double p99 = summary.p99Utilisation();
    String verdict = summary.verdict().name().toLowerCase(Locale.ROOT);
    String instances = instances(summary, texts);
    String change = ChangeText.difference(summary.loadAas(), summary.loadAasBefore());
    String deployment = DeploymentText.name(summary.cluster());
    String where =
        summary.cluster().engine().rdsName()
            + (deployment.isEmpty() ? "" : ", " + deployment)
            + " · "
            + summary.cluster().region();
    return new FleetRow(
        !FilterWords.hold(filter, name, instances, where),
        name,
        PageLinks.week(name, summary.week()),
        PageLinks.sizing(name, summary.week()),
        where,
        instances,
        CapacityBar.of(summary),
        NumberFormats.load(summary.loadAas()),
        NumberFormats.roundLoad(summary.peakLoadAas()),
        summary.vcpus() == null
            ? NumberFormats.UNKNOWN
            : NumberFormats.count(summary.vcpus().doubleValue()),
        p99 == null ? NumberFormats.UNKNOWN : NumberFormats.percent(1 - p99),
        change.isEmpty() ? NumberFormats.UNKNOWN : change,
        price(summary.monthlyUsd(), texts),
        saving(summary.monthlySavingUsd(), texts),
        NumberFormats.coverage(summary.coverage()),
        summary.coverage() < LOW_COVERAGE,
        texts.get("verdict." + verdict),
        "v-" + verdict);
  }

  private static String price(@Nullable Double usd, PageTexts texts) {
    return usd == null ? texts.get("noPrice") : NumberFormats.usd(usd);
  }

  private static String saving(@Nullable Double usd, PageTexts texts) {
    return usd == null ? texts.get("fleet.savingUnknown") : NumberFormats.usd(usd);
  }

  private static String instances(ClusterSummary summary, PageTexts texts) {
    List<String> classes =
        summary.cluster().instances().stream()
            .flatMap(i -> Stream.ofNullable(i.classLabel()))
            .distinct()
            .toList();
    long readers = summary.cluster().instances().stream().filter(i -> !i.isWriter()).count();
    long writers = summary.cluster().instances().size() - readers;
    String number = CapacityText.number(writers, readers, summary.autoscaling());
    return classes.isEmpty()
        ? CapacityText.unknown(number, texts)
        : number
            + " × "
            + classes.stream().limit(2).collect(Collectors.joining(", "))
            + (classes.size() > 2 ? " …" : "");
  }
}
