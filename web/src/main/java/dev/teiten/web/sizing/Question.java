package dev.teiten.web.sizing;

import dev.teiten.load.SettingException;
import dev.teiten.rank.Ranking;
import dev.teiten.size.SizingAdvice.Fix;
import dev.teiten.size.WhatIf;
import dev.teiten.web.site.Visit;
import dev.teiten.web.view.Links;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the reader asks to assume, as the address has it: {@code
 * ?fix=FINGERPRINT:80&move=FINGERPRINT:03:00&target=db.r6g.4xlarge&readers=3&reserved=db.r5.8xlarge:9&assume=imbalance:1.3}.
 * What cannot be taken is left out of the question and stays in the address, so that it can be
 * mended.
 *
 * @param entries everything that was given, in its order, wrong values included
 * @param whatIf what can be taken of it
 * @param problems what cannot
 */
public record Question(List<Entry> entries, WhatIf whatIf, List<Problem> problems) {

  private static final Set<Kind> CAPACITY =
      EnumSet.of(Kind.TARGET, Kind.WRITER, Kind.READER, Kind.READERS);

  /** An entry that cannot be taken, and why. */
  public record Problem(Entry entry, SettingException reason) {}

  public Question {
    entries = List.copyOf(entries);
    problems = List.copyOf(problems);
  }

  /**
   * Reads an address for a page.
   *
   * @param ranking whose queries can be fixed or moved
   */
  static Question of(Visit visit, Ranking ranking) {
    Set<String> known = new HashSet<>();
    ranking.contributors().forEach(contributor -> known.add(contributor.fingerprint()));
    return read(Entry.all(visit), known::contains);
  }

  /**
   * Reads an address for a program.
   *
   * @throws SettingException if a value cannot be taken
   */
  public static WhatIf strict(Visit visit) {
    Question question = read(Entry.all(visit), fingerprint -> true);
    if (!question.problems.isEmpty()) {
      throw question.problems.get(0).reason();
    }
    return question.whatIf;
  }

  static Question read(List<Entry> entries, Predicate<String> isQuery) {
    Reading reading = new Reading(isQuery);
    List<Problem> problems = new ArrayList<>();
    boolean together = reading.assumeAll(entries);
    for (Entry entry : entries) {
      if (together && entry.kind() == Kind.ASSUME) {
        continue;
      }
      try {
        reading.add(entry);
      } catch (SettingException e) {
        problems.add(new Problem(entry, e));
      }
    }
    return new Question(entries, reading.whatIf(), problems);
  }

  /** The query string that asks for this. */
  public String query() {
    return query(entries);
  }

  /** The query string for the same with a capacity. */
  String queryWith(List<Entry> capacity) {
    List<Entry> others = new ArrayList<>(entries);
    others.removeIf(entry -> CAPACITY.contains(entry.kind()));
    others.addAll(capacity);
    return query(others);
  }

  /** The query string for the same assumptions with other fixes. */
  String queryWithFixes(List<Fix> fixes) {
    List<Entry> others = new ArrayList<>(entries);
    others.removeIf(entry -> entry.kind() == Kind.FIX);
    fixes.forEach(fix -> others.add(Entry.of(fix)));
    return query(others);
  }

  /** The query string for the same with another fix of one query. */
  String queryWithFix(Fix fix) {
    List<Entry> others = new ArrayList<>(entries);
    others.removeIf(entry -> entry.kind() == Kind.FIX && entry.key().equals(fix.fingerprint()));
    others.add(Entry.of(fix));
    return query(others);
  }

  /** The query string for the same with a query at another hour. */
  String queryWithMove(String fingerprint, LocalTime to) {
    List<Entry> others = new ArrayList<>(entries);
    others.removeIf(entry -> entry.kind() == Kind.MOVE && entry.key().equals(fingerprint));
    others.add(new Entry(Kind.MOVE, fingerprint + ":" + to));
    return query(others);
  }

  private static String query(List<Entry> entries) {
    List<String> pairs = new ArrayList<>();
    for (Entry entry : entries) {
      pairs.add(entry.kind().parameter());
      pairs.add(entry.value());
    }
    return Links.with(pairs.toArray(new String[0]));
  }

  boolean isAsking() {
    return !entries.isEmpty();
  }

  /** What was written for {@code kind} of {@code key}, right or wrong; null if nothing. */
  @Nullable String written(Kind kind, String key) {
    return entries.stream()
        .filter(entry -> entry.kind() == kind && entry.key().equals(key))
        .map(Entry::content)
        .reduce((first, last) -> last)
        .orElse(null);
  }

  /** Whether what was written for it cannot be taken. */
  boolean isWrong(Kind kind, String key) {
    return problems.stream()
        .map(Problem::entry)
        .anyMatch(entry -> entry.kind() == kind && entry.key().equals(key));
  }
}
