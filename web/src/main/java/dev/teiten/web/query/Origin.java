package dev.teiten.web.query;

import dev.teiten.archive.InstanceLoad;
import dev.teiten.rank.Change;
import dev.teiten.rank.Contributor;
import dev.teiten.rank.Ranking;
import dev.teiten.review.WeeklyReview;
import dev.teiten.web.view.Format;
import dev.teiten.web.view.Texts;
import java.util.List;
import java.util.Locale;

/**
 * Where a number comes from.
 *
 * @param key names the number, in addresses too
 * @param how the numbers and the formula behind it
 * @param source what was asked for it, as the Performance Insights API calls it
 */
public record Origin(String key, String label, String value, String how, String source) {

  private static final String LOAD = "GetResourceMetrics db.load.avg, db.sql_tokenized.id";
  private static final String CPU =
      LOAD + ", db.wait_event.name = CPU; os.cpuUtilization.total.avg";
  private static final String STATISTICS = "DescribeDimensionKeys db.sql_tokenized.stats.*";

  static List<Origin> of(Contributor query, WeeklyReview review, Texts texts) {
    Ranking ranking = review.ranking();
    String minutes = Format.count((double) minutes(review));
    String instances = String.valueOf(review.load().instances().size());
    String digests = String.valueOf(query.sourceDigests().size());
    String load = Format.load(query.loadAas());
    String total = Format.load(ranking.loadAas());
    String peak = String.valueOf(ranking.peakMinutes());
    return List.of(
        origin("load", load + " AAS", LOAD, texts, digests, instances, minutes),
        origin("share", Format.percent(query.share()), LOAD, texts, load, total),
        work("peak", Format.percent(query.peakShare()), texts, peak),
        work("cores", Format.cores(query.removablePeakCores()), texts),
        origin("calls", Format.rate(query.callsPerSecond()), STATISTICS, texts),
        origin("latency", Format.millis(query.latencySeconds()) + " ms", STATISTICS, texts),
        origin("examined", Format.rate(query.rowsExaminedPerCall()), STATISTICS, texts),
        origin("sent", Format.rate(query.rowsSentPerCall()), STATISTICS, texts),
        change(query, texts));
  }

  private static Origin origin(
      String key, String value, String source, Texts texts, Object... numbers) {
    return new Origin(
        key, texts.get("fact." + key), value, texts.get("from." + key, numbers), source);
  }

  /** Of CPU work; where that is not known, why. */
  private static Origin work(String key, String value, Texts texts, Object... numbers) {
    Origin known = origin(key, value, CPU, texts, numbers);
    return value.equals(Format.UNKNOWN)
        ? new Origin(key, known.label, value, texts.get("peak.unknown"), CPU)
        : known;
  }

  private static Origin change(Contributor query, Texts texts) {
    Double q = query.change().qValue();
    Double before = query.change().loadAasBefore();
    return new Origin(
        "change",
        texts.get("col.change"),
        texts.get("change." + query.change().kind().name().toLowerCase(Locale.ROOT)),
        q == null
            ? texts.get(untested(query.change().kind()), Format.load(before))
            : texts.get("from.change", Format.load(before), compared(Format.qValue(q))),
        LOAD + "; " + STATISTICS);
  }

  private static String untested(Change.Kind kind) {
    return switch (kind) {
      case NEW -> "from.changeNew";
      case STEADY -> "from.changeSteady";
      default -> "from.changeUnknown";
    };
  }

  private static String compared(String value) {
    return value.startsWith("<") ? value : "= " + value;
  }

  /** Instance-minutes with a total load. */
  private static long minutes(WeeklyReview review) {
    long minutes = 0;
    for (InstanceLoad instance : review.load().instances()) {
      for (double aas : instance.total()) {
        minutes += Double.isNaN(aas) ? 0 : 1;
      }
    }
    return minutes;
  }
}
