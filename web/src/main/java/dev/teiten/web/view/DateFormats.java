package dev.teiten.web.view;

import dev.teiten.load.ReviewWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Days and times in the review's zone, in the reader's language. */
public record DateFormats(PageTexts texts, ZoneId zone) {

  /** A week's days, for example {@code 9–15 Nov 2026}. */
  public String week(ReviewWeek week) {
    LocalDate first = week.monday();
    LocalDate last = first.plusDays(6);
    boolean sameMonth = first.getMonth() == last.getMonth();
    return format(first, sameMonth ? "date.dayOfRange" : "date.dayAndMonth")
        + "–"
        + format(last, sameMonth ? "date.endOfRange" : "date.full");
  }

  /** A moment in the week, for example {@code Wed 11 Nov 20:40}. */
  public String moment(Instant instant) {
    return pattern("date.moment").format(instant.atZone(zone));
  }

  /** A moment with its year and zone. */
  public String timestamp(Instant instant) {
    return pattern("date.timestamp").format(instant.atZone(zone));
  }

  /** A weekday's short name; 0 is Monday. */
  public String weekday(int index) {
    return pattern("date.weekday").format(LocalDate.of(2026, 11, 9).plusDays(index));
  }

  public String day(LocalDate day) {
    return format(day, "date.full");
  }

  private String format(LocalDate day, String key) {
    return pattern(key).format(day);
  }

  private DateTimeFormatter pattern(String key) {
    return DateTimeFormatter.ofPattern(texts.get(key), texts.locale());
  }
}
