package dev.teiten.normalize.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.normalize.key.Fingerprinter;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The tags in a comment, and the parts that are not kept. */
class CommentTagsTest {
  private static Map<String, String> tags(String comment) {
    return Fingerprinter.of("select a from t " + comment, Dialect.MYSQL).tags();
  }

  @Test
  void onlyKeysOfFewValuesAreKept() {
    assertThat(
            tags("/*action='show',password='zq',route='%2Fa%2F%3Aid',traceparent='00-0af7-01'*/"))
        .containsExactly(Map.entry("action", "show"), Map.entry("route", "/a/:id"));
    assertThat(tags("/*app:shop,line:/models/user.rb:7041:in `x',job:Mailer*/"))
        .containsExactly(Map.entry("application", "shop"), Map.entry("job", "Mailer"));
  }

  @Test
  void whatMayIdentifySomeoneIsMaskedOrDropped() {
    assertThat(tags("/*route='/users/8f14e45f-ceea-467f-a8b2-1d2e3f4a5b6c/orders/7041'*/"))
        .containsExactly(Map.entry("route", "/users/?/orders/?"));
    assertThat(tags("/*route='/users/zq@example.com'*/")).isEmpty();
  }

  @Test
  void ofACutCommentOnlyWhatIsWholeIsATag() {
    assertThat(tags("/*app:shop,controller:us")).containsExactly(Map.entry("application", "shop"));
    assertThat(tags("/*controller:us")).isEmpty();
    assertThat(tags("/*controller='users',action='sho"))
        .containsExactly(Map.entry("controller", "users"));
  }

  @Test
  void hintsAndEmptyValuesAreNoTags() {
    assertThat(tags("/*+ controller='x' */")).isEmpty();
    assertThat(tags("/*action='',controller='x'*/")).containsExactly(Map.entry("controller", "x"));
  }
}
