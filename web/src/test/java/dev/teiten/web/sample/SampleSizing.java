package dev.teiten.web.sample;

import dev.teiten.load.ReviewWeek;
import dev.teiten.load.Sentence;
import dev.teiten.size.SizingAdvice;
import dev.teiten.size.SizingAdvice.Current;
import dev.teiten.size.SizingAdvice.Fix;
import dev.teiten.size.SizingAdvice.FixSet;
import dev.teiten.size.SizingAdvice.Option;
import dev.teiten.size.SizingAdvice.Prices;
import dev.teiten.size.SizingAdvice.Verdict;
import dev.teiten.size.SizingDetails;
import dev.teiten.size.guard.Guard;
import dev.teiten.size.guard.Guard.State;
import dev.teiten.size.guard.GuardName;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Advice for the made-up cluster, by a rule of thumb that is good enough to look at. */
final class SampleSizing {

  private static final double MONTHLY_USD = 3387.2;
  private static final String CLASS = "db.r5.8xlarge";

  private SampleSizing() {}

  static SizingAdvice of(
      String cluster,
      ReviewWeek week,
      List<SampleQuery> queries,
      List<Fix> fixes,
      @Nullable String target,
      @Nullable Integer readers) {
    double removed = fixes.stream().mapToDouble(fix -> fix.percent() / 100).sum();
    List<Option> options = new ArrayList<>();
    if (target != null || readers != null) {
      options.add(option(target == null ? CLASS : target, readers == null ? 8 : readers, removed));
    }
    for (int n = 3; n <= 8; n++) {
      options.add(option(CLASS, n, removed));
    }
    Option best = options.stream().filter(o -> safe(o)).findFirst().orElse(null);
    boolean reduces = best != null && best.readers() < 8;
    String reason =
        best != null && reduces
            ? "With the fixes assumed, " + (8 - best.readers()) + " readers are not needed."
            : "After the loss of one Availability Zone the busiest CPU stands at 67 % (p99); "
                + "one reader less would bring it to 77 %.";
    return new SizingAdvice(
        cluster,
        week,
        reduces ? Verdict.REDUCE : Verdict.KEEP,
        List.of(Sentence.plain(reason)),
        new Current(CLASS, CLASS, 8, 9 * MONTHLY_USD, 0.41, 1.02),
        fixes,
        reduces ? best : null,
        options,
        guards(),
        fixSets(queries),
        new Prices("AWS price list, on demand", LocalDate.of(2026, 11, 1), "ap-northeast-1"),
        List.of(
            Sentence.plain(
                "Reserved instances are not known; a discount makes the saving smaller.")),
        SizingDetails.NONE);
  }

  static SizingAdvice undecided(String cluster, ReviewWeek week) {
    return new SizingAdvice(
        cluster,
        week,
        Verdict.UNDECIDED,
        List.of(
            Sentence.plain(
                "db.t9.huge is not in the catalog of classes, so its vCPUs are not known.")),
        new Current("db.t9.huge", null, 0, null, null, null),
        List.of(),
        null,
        List.of(),
        List.of(
            new Guard(
                GuardName.DATA, State.UNKNOWN, Sentence.plain("coverage 71.4 %; 90 % are needed"))),
        List.of(),
        null,
        List.of(),
        SizingDetails.NONE);
  }

  private static boolean safe(Option option) {
    Double after = option.p99UtilisationAfterFailure();
    return after != null && after < 0.7;
  }

  private static Option option(String type, int readers, double removed) {
    double p99 = 0.41 * 9 / (readers + 1) * (1 - 0.3 * removed);
    double after = p99 * (readers + 1) / Math.max(1, readers - 2.4);
    double monthly = (readers + 1) * MONTHLY_USD;
    int risk = after < 0.6 ? 0 : after < 0.7 ? 1 : after < 0.8 ? 2 : after < 0.95 ? 3 : 4;
    return new Option(
        type,
        type,
        readers,
        monthly,
        9 * MONTHLY_USD - monthly,
        p99,
        p99 * 0.94,
        p99 * 1.08,
        after,
        1 / (1 - Math.min(0.9, p99 * p99)),
        Math.max(0.02, 1.3 - after),
        risk);
  }

  private static List<Guard> guards() {
    return List.of(
        new Guard(
            GuardName.CPU,
            State.PASS,
            Sentence.plain("p99 41 % today, bound 70 % after the worst loss")),
        new Guard(
            GuardName.MEMORY,
            State.PASS,
            Sentence.plain("buffer pool hit ratio 99.6 % at the lowest")),
        new Guard(
            GuardName.CONNECTIONS, State.PASS, Sentence.plain("1,840 of 6,000 at the highest")),
        new Guard(GuardName.NETWORK, State.PASS, Sentence.plain("2.1 of 10 Gbit/s at the highest")),
        new Guard(
            GuardName.STORAGE, State.UNKNOWN, Sentence.plain("I/O per class is not published")),
        new Guard(
            GuardName.AVAILABILITY,
            State.PASS,
            Sentence.plain("three Availability Zones hold 3 instances each")),
        new Guard(GuardName.WRITER, State.PASS, Sentence.plain("the writer keeps its class")),
        new Guard(GuardName.DATA, State.PASS, Sentence.plain("coverage 98.8 %, six weeks")));
  }

  private static List<FixSet> fixSets(List<SampleQuery> queries) {
    Fix first = new Fix(queries.get(0).fingerprint(), 55);
    Fix second = new Fix(queries.get(1).fingerprint(), 80);
    return List.of(
        new FixSet(List.of(first), option(CLASS, 7, 0.55), MONTHLY_USD),
        new FixSet(List.of(first, second), option(CLASS, 5, 1.35), 3 * MONTHLY_USD));
  }
}
