package dev.teiten.web.fleet;

import dev.teiten.review.ClusterSummary;
import dev.teiten.web.view.Format;
import org.jspecify.annotations.Nullable;

/**
 * Load against vCPUs on a scale of 0..100, where 100 is the larger of vCPUs and peak.
 *
 * @param mean width of the week's mean
 * @param peak where the peak stands; null if unknown
 * @param limit where the vCPUs end; null if unknown
 * @param over how far the peak goes beyond the vCPUs; null if it does not
 */
public record CapacityBar(
    String mean, @Nullable String peak, @Nullable String limit, @Nullable String over) {

  static CapacityBar of(ClusterSummary summary) {
    double mean = summary.loadAas() == null ? 0 : summary.loadAas();
    double peak = summary.peakLoadAas() == null ? mean : summary.peakLoadAas();
    double vcpus = summary.vcpus() == null ? 0 : summary.vcpus();
    double full = Math.max(Math.max(mean, peak), vcpus);
    double scale = full == 0 ? 0 : 100 / full;
    return new CapacityBar(
        Format.coordinate(mean * scale),
        summary.peakLoadAas() == null ? null : Format.coordinate(Math.max(0, peak * scale - 0.6)),
        vcpus == 0 ? null : Format.coordinate(vcpus * scale),
        vcpus > 0 && peak > vcpus ? Format.coordinate((peak - vcpus) * scale) : null);
  }
}
