package dev.teiten.normalize;

import dev.teiten.load.Engine;
import dev.teiten.load.LiteralFinding;
import dev.teiten.load.Sentence;
import dev.teiten.load.StatementText;
import dev.teiten.normalize.hint.Hint;
import dev.teiten.normalize.hint.HintRule;
import dev.teiten.normalize.key.LiteralMask;
import dev.teiten.normalize.key.ShardFolding;
import dev.teiten.normalize.scan.Dialect;
import dev.teiten.normalize.shape.StatementShape;
import dev.teiten.source.StatementMask;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Masks statements, and keeps the hints that only their literals tell. Safe for use by several
 * threads.
 */
public final class LiteralFindings implements StatementMask {
  private static final Set<String> ABOUT_LITERALS =
      Stream.of(HintRule.values())
          .filter(HintRule::isAboutLiterals)
          .map(HintRule::name)
          .collect(Collectors.toSet());

  private final Map<Dialect, StatementNormalizer> normalizers = new EnumMap<>(Dialect.class);
  private final Map<Dialect, StatementNormalizer> keys = new EnumMap<>(Dialect.class);

  public LiteralFindings() {
    for (Dialect dialect : Dialect.values()) {
      normalizers.put(dialect, new StatementNormalizer(dialect));
      keys.put(dialect, new StatementNormalizer(dialect, ShardFolding.OFF, false));
    }
  }

  @Override
  public StatementText digest(String text, boolean complete, Engine engine) {
    String masked = LiteralMask.mask(text, Dialect.of(engine));
    Optional<StatementShape> shape = complete ? shape(text, engine) : Optional.empty();
    boolean hides = !complete || shape.map(StatementShape::hidesLiterals).orElse(false);
    return new StatementText(masked, complete, hides ? null : findings(shape));
  }

  @Override
  public String id(String text, boolean complete, Engine engine) {
    StatementNormalizer normalizer = Objects.requireNonNull(keys.get(Dialect.of(engine)));
    return normalizer.normalize(text, !complete).id();
  }

  @Override
  public StatementText sample(String text, boolean complete, Engine engine) {
    String masked = LiteralMask.mask(text, Dialect.of(engine));
    return new StatementText(masked, complete, complete ? findings(shape(text, engine)) : null);
  }

  /** A statement that the parser cannot read has none. */
  private static List<LiteralFinding> findings(Optional<StatementShape> shape) {
    return shape.stream()
        .flatMap(known -> known.hints().stream())
        .filter(hint -> isAboutLiterals(hint.code()))
        .map(hint -> new LiteralFinding(hint.code(), hint.place().text()))
        .toList();
  }

  private Optional<StatementShape> shape(String text, Engine engine) {
    StatementNormalizer normalizer = normalizers.get(Dialect.of(engine));
    return normalizer == null ? Optional.empty() : normalizer.shape(text);
  }

  /**
   * The hints of a masked statement with those that its literals earned.
   *
   * @param masked the hints of the masked text
   * @param findings the findings in the literals
   */
  static List<Hint> join(List<Hint> masked, List<LiteralFinding> findings, Dialect dialect) {
    List<Hint> hints = new ArrayList<>();
    masked.stream().filter(hint -> !isAboutLiterals(hint.code())).forEach(hints::add);
    for (LiteralFinding finding : findings) {
      if (isAboutLiterals(finding.code())) {
        Sentence place = Sentence.plain(finding.place());
        hints.add(HintRule.valueOf(finding.code()).at(place, dialect));
      }
    }
    return hints;
  }

  /** False for a code that only a newer version knows. */
  private static boolean isAboutLiterals(String code) {
    return ABOUT_LITERALS.contains(code);
  }
}
