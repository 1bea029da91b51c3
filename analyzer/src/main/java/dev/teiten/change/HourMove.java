package dev.teiten.change;

import java.time.DayOfWeek;
import org.jspecify.annotations.Nullable;

/**
 * A move of a query's work to other hours.
 *
 * @param fromDay the weekday before, where the work moved to another weekday; else null
 * @param from the hour before, {@code 02:00}, say, in the zone of the review
 * @param toDay the weekday now, where the work moved to another weekday; else null
 * @param to the hour now
 * @param share the part of the work that runs at other hours than before, 0..1
 */
public record HourMove(
    @Nullable DayOfWeek fromDay, String from, @Nullable DayOfWeek toDay, String to, double share) {}
