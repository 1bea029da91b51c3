package dev.teiten.web.query;

import dev.teiten.change.QueryChange;
import dev.teiten.load.InstanceLoad;
import dev.teiten.rank.Contributor;
import dev.teiten.rank.Ranking;
import dev.teiten.review.WeeklyReview;
import dev.teiten.web.view.NumberFormats;
import dev.teiten.web.view.PageTexts;
import java.util.List;
import java.util.Locale;

/**
 * The origin of a number.
 *
 * @param key the name of the number, also in addresses
 * @param how the numbers and the formula behind it
 * @param source the request in terms of the Performance Insights API, or the tables of a sampled
 *     server
 */
public record NumberOrigin(String key, String label, String value, String how, String source) {

  /** The sources of load, CPU work and statistics. */
  private record Sources(String load, String cpu, String statistics) {}

  private static final String PI_LOAD = "GetResourceMetrics db.load.avg, db.sql_tokenized.id";
  private static final Sources PI =
      new Sources(
          PI_LOAD,
          PI_LOAD + ", db.wait_event.name = CPU; os.cpuUtilization.total.avg",
          "DescribeDimensionKeys db.sql_tokenized.stats.*");

  private static final String SESSIONS =
      "performance_schema.threads, events_statements_current, events_waits_current";
  private static final Sources MYSQL =
      new Sources(SESSIONS, SESSIONS, "performance_schema.events_statements_summary_by_digest");

  static List<NumberOrigin> of(Contributor query, WeeklyReview review, PageTexts texts) {
    Ranking ranking = review.ranking();
    Sources from = review.load().cluster().isSampled() ? MYSQL : PI;
    String minutes = NumberFormats.count((double) minutes(review));
    String instances = String.valueOf(review.load().instances().size());
    String digests = String.valueOf(query.sourceDigests().size());
    String load = NumberFormats.load(query.loadAas());
    String total = NumberFormats.load(ranking.loadAas());
    String peak = String.valueOf(ranking.peakMinutes());
    return List.of(
        origin("load", load + " AAS", from.load, texts, digests, instances, minutes),
        origin("share", NumberFormats.percent(query.share()), from.load, texts, load, total),
        work("peak", NumberFormats.percent(query.peakShare()), from.cpu, texts, peak),
        work("cores", NumberFormats.cores(query.removablePeakCores()), from.cpu, texts),
        origin("calls", NumberFormats.rate(query.callsPerSecond()), from.statistics, texts),
        origin(
            "latency",
            NumberFormats.millis(query.latencySeconds()) + " ms",
            from.statistics,
            texts),
        origin("examined", NumberFormats.rate(query.rowsExaminedPerCall()), from.statistics, texts),
        origin("sent", NumberFormats.rate(query.rowsSentPerCall()), from.statistics, texts),
        change(query, from, texts));
  }

  private static NumberOrigin origin(
      String key, String value, String source, PageTexts texts, Object... numbers) {
    return new NumberOrigin(
        key, texts.get("fact." + key), value, texts.get("from." + key, numbers), source);
  }

  /** The origin of CPU work, or the reason why it is unknown. */
  private static NumberOrigin work(
      String key, String value, String source, PageTexts texts, Object... numbers) {
    NumberOrigin origin = origin(key, value, source, texts, numbers);
    return value.equals(NumberFormats.UNKNOWN)
        ? new NumberOrigin(key, origin.label, value, texts.get("peak.unknown"), source)
        : origin;
  }

  private static NumberOrigin change(Contributor query, Sources from, PageTexts texts) {
    Double q = query.change().qValue();
    Double before = query.change().loadAasBefore();
    return new NumberOrigin(
        "change",
        texts.get("col.change"),
        texts.get("change." + query.change().kind().name().toLowerCase(Locale.ROOT)),
        q == null
            ? texts.get(untested(query.change().kind()), NumberFormats.load(before))
            : texts.get(
                "from.change", NumberFormats.load(before), compared(NumberFormats.qValue(q))),
        from.load + "; " + from.statistics);
  }

  private static String untested(QueryChange.Kind kind) {
    return switch (kind) {
      case NEW -> "from.changeNew";
      case STEADY -> "from.changeSteady";
      default -> "from.changeUnknown";
    };
  }

  private static String compared(String value) {
    return value.startsWith("<") ? value : "= " + value;
  }

  /** Number of instance-minutes with a total load. */
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
