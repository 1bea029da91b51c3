package dev.teiten.normalize.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.normalize.GroupingPropertyTest;
import dev.teiten.normalize.StatementMutations;
import dev.teiten.normalize.key.Fingerprinter;
import dev.teiten.normalize.key.ShardFolding;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The key remembered for an outline is the key that the rules give each text that has it. */
@Tag("slow")
class OutlineHashTest {
  /** For a longer run: {@code -Dteiten.outline.texts=20000000}. */
  private static final int TEXTS = Integer.getInteger("teiten.outline.texts", 200_000);

  private static final long SEED = 20261125;

  // What changes the meaning of what comes next, and what statements are made of.
  private static final List<String> PIECES =
      List.of(
          ("select~insert into~replace~update~insert into t (~; replace t (~for update a (~use~from~where~values~value~VALUES (~limit~offset"
                  + "~fetch first~in (~in~and~is~null~not~true~asc~row(~interval~date~array[~set~show"
                  + "~like~escape~charset~_utf8~N~X~E~U&~t~a.~.~..~...~1a~a1~r1_0.~x_~$~$1~$a$~@~@@"
                  + "~@a~:~::~:a~?~?+~%~%s~%(~\\~\\N~!~=~<~>~<>~-~--~+~*~/~/*~/*!~*/~#~&~|~||~^~,~, ~;"
                  + "~(~)~[~]~{~}~`a`~\"a\"~`~\"~'~ ~  ~\n~\t~\u0001~\u007f~é~\ufffd~),(~), (~)")
              .split("~"));
  private static final List<String> LITERALS =
      List.of(
          ("1;22;4294967296;1.5;.5;1e5;1.5e-3;7e;7e-;0;00;0x1F;0XFF;0b01;0b2;1_000;'a';'';'it''s'"
                  + ";'\\'';'a\\\\';\"b\";\"b\"\"c\";\"\\\"\";'1';'/*';'--';'#';'é';'a' 'b';1,2;1, 2, 3"
                  + ";1,'a';'a','b';(1,2);(1,2),(3,4);(1,2),(3,4),(5,6);(1);(1),(2);(1), (2), (3)"
                  + ";('a'),('b');(1,2), (3);-1;-1, -2;+1;/* a */;/*b*/;-- c\n;# d\n;/*+ e */"
                  + ";/*app='x',trace='1'*/;/* app:y */;?;null;$1;'a;1.;1a;5--1;1-1;~")
              .split(";"));

  private final Random random = new Random(SEED);

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void nonsense(Dialect dialect) {
    Fingerprinter remembering = new Fingerprinter(dialect, ShardFolding.OFF);
    Set<OutlineHash> outlines = new HashSet<>();
    int shared = 0;
    for (int i = 0; i < TEXTS; i += 4) {
      String[] parts = parts();
      for (int again = 0; again < 4; again++) {
        String text = text(parts);
        assertThat(remembering.fingerprint(text, false))
            .as(text)
            .isEqualTo(Fingerprinter.of(text, dialect));
        OutlineHash outline = outline(text, dialect);
        shared += outline == null || outlines.add(outline) ? 0 : 1;
      }
    }
    assertThat(shared).as("texts whose outline was seen before").isGreaterThan(TEXTS / 10);
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void mutatedStatements(Dialect dialect) {
    Fingerprinter remembering = new Fingerprinter(dialect, ShardFolding.OFF);
    StatementMutations mutations = new StatementMutations(dialect, SEED);
    for (String template : GroupingPropertyTest.TEMPLATES) {
      for (int round = 0; round < 200; round++) {
        String text = mutations.same(template);
        assertThat(remembering.fingerprint(text, false))
            .as(text)
            .isEqualTo(Fingerprinter.of(text, dialect));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select a from t1 where b = 7|select a from t1 where b = 'it''s'",
        "select a from t where b in (1, 2)|select a from t where b in (3, 4, 5, 67, 890, 12345678)",
        "insert into t values (1, 'a'), (2, 'b')|insert into t values (3, 'c'), (4, 'd'), (5, 'e')",
        "/* app='a' */ select 1 + 1 -- x|/* app='b', c='d' */ select 2 + 2 -- y",
        "update t set `a` = 1.5, b=2 where c=-3|update t set `a` = 1e9, b=0 where c=-45",
      })
  void statementsThatDifferInLiteralsShareAnOutline(String pair) {
    String[] texts = pair.split("\\|");
    assertThat(outline(texts[0], Dialect.MYSQL))
        .isNotNull()
        .isEqualTo(outline(texts[1], Dialect.MYSQL));
  }

  private static @Nullable OutlineHash outline(String text, Dialect dialect) {
    return new OutlineReader(text.getBytes(StandardCharsets.UTF_8), dialect).read();
  }

  private String one(List<String> of) {
    return of.get(random.nextInt(of.size()));
  }

  /** Null stands for a literal or a comment. */
  private @Nullable String[] parts() {
    String[] parts = new String[1 + random.nextInt(7)];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = random.nextInt(3) == 0 ? null : one(PIECES) + (random.nextInt(4) > 0 ? " " : "");
    }
    if (random.nextBoolean()) {
      parts[0] = random.nextBoolean() ? "insert into t values " : "select a from t where a = ";
    }
    return parts;
  }

  private String text(@Nullable String[] parts) {
    StringBuilder text = new StringBuilder();
    for (String part : parts) {
      text.append(part == null ? one(LITERALS) : part);
    }
    return text.toString();
  }
}
