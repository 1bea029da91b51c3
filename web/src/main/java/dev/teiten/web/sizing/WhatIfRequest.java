package dev.teiten.web.sizing;

import dev.teiten.load.SettingException;
import dev.teiten.rank.Ranking;
import dev.teiten.size.SizingAdvice.Fix;
import dev.teiten.size.WhatIf;
import dev.teiten.web.site.PageVisit;
import dev.teiten.web.view.PageLinks;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The reader's assumptions in the form of an address: {@code
 * ?fix=FINGERPRINT:80&move=FINGERPRINT:03:00&target=db.r6g.4xlarge&readers=3&reserved=db.r5.8xlarge:9&assume=imbalance:1.3}.
 * Invalid values are not applied, but stay in the address so that the reader can correct them.
 *
 * @param entries every given parameter, in its order, including invalid ones
 * @param whatIf the valid assumptions
 * @param problems the invalid entries
 */
public record WhatIfRequest(List<WhatIfParam> entries, WhatIf whatIf, List<Problem> problems) {

  private static final Set<ParamKind> CAPACITY =
      EnumSet.of(ParamKind.TARGET, ParamKind.WRITER, ParamKind.READER, ParamKind.READERS);

  /** An invalid entry and the reason. */
  public record Problem(WhatIfParam entry, SettingException reason) {}

  public WhatIfRequest {
    entries = List.copyOf(entries);
    problems = List.copyOf(problems);
  }

  /**
   * Parses an address for a page.
   *
   * @param ranking the ranking of the queries that can be fixed or moved
   */
  static WhatIfRequest of(PageVisit visit, Ranking ranking) {
    Set<String> fingerprints = new HashSet<>();
    ranking.contributors().forEach(contributor -> fingerprints.add(contributor.fingerprint()));
    return read(WhatIfParam.entries(visit), fingerprints::contains);
  }

  /**
   * Parses an address for a program.
   *
   * @throws SettingException if a value is invalid
   */
  public static WhatIf strict(PageVisit visit) {
    WhatIfRequest question = read(WhatIfParam.entries(visit), fingerprint -> true);
    if (!question.problems.isEmpty()) {
      throw question.problems.get(0).reason();
    }
    return question.whatIf;
  }

  static WhatIfRequest read(List<WhatIfParam> entries, Predicate<String> isQuery) {
    WhatIfParser reading = new WhatIfParser(isQuery);
    List<Problem> problems = new ArrayList<>();
    boolean together = reading.assumeAll(entries);
    for (WhatIfParam entry : entries) {
      if (together && entry.kind() == ParamKind.ASSUME) {
        continue;
      }
      try {
        reading.add(entry);
      } catch (SettingException e) {
        problems.add(new Problem(entry, e));
      }
    }
    return new WhatIfRequest(entries, reading.whatIf(), problems);
  }

  /** The query string of these assumptions. */
  public String query() {
    return query(entries);
  }

  /** The query string of these assumptions with another capacity. */
  String queryWith(List<WhatIfParam> capacity) {
    List<WhatIfParam> others = new ArrayList<>(entries);
    others.removeIf(entry -> CAPACITY.contains(entry.kind()));
    others.addAll(capacity);
    return query(others);
  }

  /** The query string of these assumptions with other fixes. */
  String queryWithFixes(List<Fix> fixes) {
    List<WhatIfParam> others = new ArrayList<>(entries);
    others.removeIf(entry -> entry.kind() == ParamKind.FIX);
    fixes.forEach(fix -> others.add(WhatIfParam.of(fix)));
    return query(others);
  }

  /** The query string of these assumptions with another fix of one query. */
  String queryWithFix(Fix fix) {
    List<WhatIfParam> others = new ArrayList<>(entries);
    others.removeIf(
        entry -> entry.kind() == ParamKind.FIX && entry.key().equals(fix.fingerprint()));
    others.add(WhatIfParam.of(fix));
    return query(others);
  }

  /** The query string of these assumptions with a query at another hour. */
  String queryWithMove(String fingerprint, LocalTime to) {
    List<WhatIfParam> others = new ArrayList<>(entries);
    others.removeIf(entry -> entry.kind() == ParamKind.MOVE && entry.key().equals(fingerprint));
    others.add(new WhatIfParam(ParamKind.MOVE, fingerprint + ":" + to));
    return query(others);
  }

  private static String query(List<WhatIfParam> entries) {
    List<String> pairs = new ArrayList<>();
    for (WhatIfParam entry : entries) {
      pairs.add(entry.kind().parameter());
      pairs.add(entry.value());
    }
    return PageLinks.with(pairs.toArray(new String[0]));
  }

  boolean isAsking() {
    return !entries.isEmpty();
  }

  /** The entered text for {@code kind} and {@code key}, valid or not; null if missing. */
  @Nullable String written(ParamKind kind, String key) {
    return entries.stream()
        .filter(entry -> entry.kind() == kind && entry.key().equals(key))
        .map(WhatIfParam::content)
        .reduce((first, last) -> last)
        .orElse(null);
  }

  /** Whether the entered text is invalid. */
  boolean isWrong(ParamKind kind, String key) {
    return problems.stream()
        .map(Problem::entry)
        .anyMatch(entry -> entry.kind() == kind && entry.key().equals(key));
  }
}
