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
 * What the reader asks to assume, as the address has it: {@code
 * ?fix=FINGERPRINT:80&move=FINGERPRINT:03:00&target=db.r6g.4xlarge&readers=3&reserved=db.r5.8xlarge:9&assume=imbalance:1.3}.
 * What cannot be taken is left out of the question and stays in the address, so that it can be
 * mended.
 *
 * @param entries everything that was given, in its order, wrong values included
 * @param whatIf what can be taken of it
 * @param problems what cannot
 */
public record WhatIfRequest(List<WhatIfParam> entries, WhatIf whatIf, List<Problem> problems) {

  private static final Set<ParamKind> CAPACITY =
      EnumSet.of(ParamKind.TARGET, ParamKind.WRITER, ParamKind.READER, ParamKind.READERS);

  /** An entry that cannot be taken, and why. */
  public record Problem(WhatIfParam entry, SettingException reason) {}

  public WhatIfRequest {
    entries = List.copyOf(entries);
    problems = List.copyOf(problems);
  }

  /**
   * Reads an address for a page.
   *
   * @param ranking whose queries can be fixed or moved
   */
  static WhatIfRequest of(PageVisit visit, Ranking ranking) {
    Set<String> known = new HashSet<>();
    ranking.contributors().forEach(contributor -> known.add(contributor.fingerprint()));
    return read(WhatIfParam.all(visit), known::contains);
  }

  /**
   * Reads an address for a program.
   *
   * @throws SettingException if a value cannot be taken
   */
  public static WhatIf strict(PageVisit visit) {
    WhatIfRequest question = read(WhatIfParam.all(visit), fingerprint -> true);
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

  /** The query string that asks for this. */
  public String query() {
    return query(entries);
  }

  /** The query string for the same with a capacity. */
  String queryWith(List<WhatIfParam> capacity) {
    List<WhatIfParam> others = new ArrayList<>(entries);
    others.removeIf(entry -> CAPACITY.contains(entry.kind()));
    others.addAll(capacity);
    return query(others);
  }

  /** The query string for the same assumptions with other fixes. */
  String queryWithFixes(List<Fix> fixes) {
    List<WhatIfParam> others = new ArrayList<>(entries);
    others.removeIf(entry -> entry.kind() == ParamKind.FIX);
    fixes.forEach(fix -> others.add(WhatIfParam.of(fix)));
    return query(others);
  }

  /** The query string for the same with another fix of one query. */
  String queryWithFix(Fix fix) {
    List<WhatIfParam> others = new ArrayList<>(entries);
    others.removeIf(
        entry -> entry.kind() == ParamKind.FIX && entry.key().equals(fix.fingerprint()));
    others.add(WhatIfParam.of(fix));
    return query(others);
  }

  /** The query string for the same with a query at another hour. */
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

  /** What was written for {@code kind} of {@code key}, right or wrong; null if nothing. */
  @Nullable String written(ParamKind kind, String key) {
    return entries.stream()
        .filter(entry -> entry.kind() == kind && entry.key().equals(key))
        .map(WhatIfParam::content)
        .reduce((first, last) -> last)
        .orElse(null);
  }

  /** Whether what was written for it cannot be taken. */
  boolean isWrong(ParamKind kind, String key) {
    return problems.stream()
        .map(Problem::entry)
        .anyMatch(entry -> entry.kind() == kind && entry.key().equals(key));
  }
}
