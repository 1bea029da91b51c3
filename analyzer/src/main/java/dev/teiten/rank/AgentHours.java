package dev.teiten.rank;

import dev.teiten.cpu.AgentRun;
import dev.teiten.cpu.InstanceWork;
import dev.teiten.load.ReviewWeek;
import dev.teiten.load.TimeUnits;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/** The runs of an agent at the same time of the day. Where a host was full, a run shows in part. */
final class AgentHours {
  /** Minutes by which starts and ends of one agent may differ. */
  private static final int TOLERANCE = 15;

  private final ReviewWeek week;
  private final List<InstanceWork> instances = new ArrayList<>();
  private final List<AgentRun> runs = new ArrayList<>();

  AgentHours(ReviewWeek week) {
    this.week = week;
  }

  /** Whether a run lies within the times of the first one; that is to be the longest. */
  boolean holds(AgentRun run) {
    AgentRun first = runs.get(0);
    int later =
        Math.floorMod(
            timeOfDay(run.from()) - timeOfDay(first.from()) + TOLERANCE, TimeUnits.MINUTES_PER_DAY);
    return later + run.to() - run.from() <= first.to() - first.from() + 2 * TOLERANCE;
  }

  /** Whether another agent runs at the times of this one. */
  boolean isLike(AgentHours other) {
    return holds(other.runs.get(0)) && other.holds(runs.get(0));
  }

  /** Adds the runs of another agent. */
  void addAll(AgentHours other) {
    instances.addAll(other.instances);
    runs.addAll(other.runs);
  }

  void add(InstanceWork instance, AgentRun run) {
    instances.add(instance);
    runs.add(run);
  }

  private ZonedDateTime at(int minute) {
    return week.range().from().plusSeconds(60L * minute).atZone(week.zone());
  }

  private int timeOfDay(int minute) {
    return at(minute).toLocalTime().toSecondOfDay() / TimeUnits.SECONDS_PER_MINUTE;
  }

  /** The instances in the order of their first runs. */
  List<InstanceWork> instances() {
    return instances.stream().distinct().toList();
  }

  /** The days on which the runs begin. */
  SortedSet<LocalDate> days() {
    SortedSet<LocalDate> days = new TreeSet<>();
    runs.forEach(run -> days.add(at(run.from()).toLocalDate()));
    return days;
  }

  /** Start and end of the middle run, such as {@code 02:00–04:00}. */
  String hours() {
    List<AgentRun> sorted = new ArrayList<>(runs);
    sorted.sort((a, b) -> Integer.compare(a.to() - a.from(), b.to() - b.from()));
    AgentRun middle = sorted.get(sorted.size() / 2);
    if (middle.to() - middle.from() >= TimeUnits.MINUTES_PER_DAY) {
      return "00:00–24:00";
    }
    ZonedDateTime end = at(middle.to());
    int endHour = end.getHour() == 0 && end.getMinute() == 0 ? 24 : end.getHour();
    ZonedDateTime start = at(middle.from());
    return String.format(
        Locale.ROOT,
        "%02d:%02d–%02d:%02d",
        start.getHour(),
        start.getMinute(),
        endHour,
        end.getMinute());
  }

  /** Mean cores on one instance while it runs. */
  double cores() {
    double sum = 0;
    int minutes = 0;
    for (AgentRun run : runs) {
      sum += run.cores() * (run.to() - run.from());
      minutes += run.to() - run.from();
    }
    return sum / minutes;
  }

  /** The work of all runs by minute of the week, in cores. */
  double[] work(int minutes) {
    double[] work = new double[minutes];
    for (int i = 0; i < runs.size(); i++) {
      double[] agents = instances.get(i).background().agents();
      for (int t = runs.get(i).from(); t < runs.get(i).to(); t++) {
        work[t] += agents[t];
      }
    }
    return work;
  }
}
