package dev.teiten.normalize.shape;

import dev.teiten.load.Sentence;
import dev.teiten.normalize.hint.Hint;
import dev.teiten.normalize.hint.HintRule;
import dev.teiten.normalize.key.Fingerprinter;
import dev.teiten.normalize.scan.Dialect;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The hints of a statement, while its tree is searched for them. */
final class HintList {
  private static final int LONGEST_PLACE = 200;

  private final Dialect dialect;
  // By rule and place: the same place in two subqueries is one hint.
  private final Set<Hint> hints = new LinkedHashSet<>();
  private boolean hidesLiterals;

  HintList(Dialect dialect) {
    this.dialect = dialect;
  }

  boolean isMysql() {
    return dialect == Dialect.MYSQL;
  }

  /** Adds a hint whose evidence is a part of the tree; its literals are masked. */
  void add(HintRule rule, Object place) {
    addText(rule, Fingerprinter.of(place.toString(), dialect).text());
  }

  /** Adds a hint whose evidence has no literals. */
  void addText(HintRule rule, String place) {
    boolean fits = place.length() <= LONGEST_PLACE;
    String shown = fits ? place : place.substring(0, LONGEST_PLACE) + "…";
    hints.add(rule.at(Sentence.plain(shown), dialect));
  }

  /** Notes a literal that is masked and could have been a finding. */
  void hideLiteral() {
    hidesLiterals = true;
  }

  boolean hidesLiterals() {
    return hidesLiterals;
  }

  List<Hint> hints() {
    return List.copyOf(hints);
  }
}
