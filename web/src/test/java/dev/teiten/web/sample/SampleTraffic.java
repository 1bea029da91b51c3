package dev.teiten.web.sample;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.SplittableRandom;

/** The traffic of the sample fleet over time, and its random variation. */
final class SampleTraffic {
  /** Mean of the rhythm over a week. */
  private static final double MEAN = meanRhythm();

  /** Standard deviations of the logarithm: the day of all queries, and the day of one query. */
  private static final double TRAFFIC_NOISE = 0.02;

  private static final double QUERY_NOISE = 0.02;

  private static final int LOOKS_PER_MINUTE = 60;
  private static final int NEARLY_NORMAL = 25;

  private SampleTraffic() {}

  /** The rhythm of a week with mean 1: low at night, highest around 21:00, more at the weekend. */
  static double rhythm(Instant at) {
    return rawRhythm(at) / MEAN;
  }

  private static double rawRhythm(Instant at) {
    OffsetDateTime time = at.atOffset(ZoneOffset.UTC);
    double hour = time.getHour() + time.getMinute() / 60.0;
    double day = time.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0 ? 1.15 : 1;
    double evening = Math.exp(-Math.pow((hour - 21) / 2.6, 2)) * 2.1;
    double noon = Math.exp(-Math.pow((hour - 12.5) / 2, 2)) * 0.8;
    return day * (0.25 + evening + noon);
  }

  private static double meanRhythm() {
    double sum = 0;
    int minutes = 7 * 24 * 60;
    for (int minute = 0; minute < minutes; minute++) {
      sum += rawRhythm(Instant.EPOCH.plusSeconds(60L * minute));
    }
    return sum / minutes;
  }

  /** The factor of a day on the calls of a query; the same for every instance. */
  static double day(SampleQuery query, LocalDate date) {
    SplittableRandom all = new SplittableRandom(date.toEpochDay());
    SplittableRandom own = new SplittableRandom(date.toEpochDay() * 1_000 + query.number());
    return Math.exp(TRAFFIC_NOISE * gaussian(all) + QUERY_NOISE * gaussian(own));
  }

  /** Mean sessions in a minute, sampled once a second: a Poisson-distributed number. */
  static double seen(SplittableRandom random, double meanSessions) {
    double expected = meanSessions * LOOKS_PER_MINUTE;
    if (expected > NEARLY_NORMAL) {
      double looks = expected + Math.sqrt(expected) * gaussian(random);
      return Math.max(0, Math.rint(looks)) / LOOKS_PER_MINUTE;
    }
    double limit = Math.exp(-expected);
    double product = random.nextDouble();
    int looks = 0;
    while (product > limit) {
      product *= random.nextDouble();
      looks++;
    }
    return (double) looks / LOOKS_PER_MINUTE;
  }

  private static double gaussian(SplittableRandom random) {
    // The method of Box and Muller; 1 - u keeps the logarithm finite.
    double radius = Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
    return radius * Math.cos(2 * Math.PI * random.nextDouble());
  }
}
