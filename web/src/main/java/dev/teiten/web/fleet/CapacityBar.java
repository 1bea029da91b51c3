package dev.teiten.web.fleet;

import dev.teiten.review.ClusterSummary;
import dev.teiten.web.view.NumberFormats;
import org.jspecify.annotations.Nullable;

/**
 * Load against vCPUs on a scale of 0..100, where 100 is the larger of vCPUs and peak.
 *
 * @param mean width of the week's mean
 * @param peak position of the peak; null if unknown
 * @param limit position of the vCPUs
 * @param over excess of the peak over the vCPUs; null without excess
 */
public record CapacityBar(String mean, @Nullable String peak, String limit, @Nullable String over) {

  /** The bar, or null if the load or the vCPUs are unknown. */
  static @Nullable CapacityBar of(ClusterSummary summary) {
    Double mean = summary.loadAas();
    Integer vcpus = summary.vcpus();
    if (mean == null || vcpus == null || vcpus <= 0) {
      return null;
    }
    double peak = summary.peakLoadAas() == null ? mean : summary.peakLoadAas();
    double scale = 100 / Math.max(Math.max(mean, peak), vcpus);
    return new CapacityBar(
        NumberFormats.coordinate(mean * scale),
        summary.peakLoadAas() == null
            ? null
            : NumberFormats.coordinate(Math.max(0, peak * scale - 0.6)),
        NumberFormats.coordinate(vcpus * scale),
        peak > vcpus ? NumberFormats.coordinate((peak - vcpus) * scale) : null);
  }
}
