package dev.teiten.change;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The shifts of one measure of one query, by the first day (0 is Monday) of the compared part.
 *
 * @param parts null where nothing can be compared
 */
record ShiftsByDay(List<@Nullable LevelShift> parts) {

  ShiftsByDay {
    // List.copyOf would refuse the nulls.
    parts = Collections.unmodifiableList(new ArrayList<>(parts));
  }

  /** The shift with the lowest p-value; null if there is none. */
  @Nullable LevelShift surest() {
    LevelShift surest = null;
    for (LevelShift part : parts) {
      if (part != null && (surest == null || part.pValue() < surest.pValue())) {
        surest = part;
      }
    }
    return surest;
  }

  /** The shift of the part that begins on {@code day}; null if there is none. */
  @Nullable LevelShift from(int day) {
    return day < parts.size() ? parts.get(day) : null;
  }
}
