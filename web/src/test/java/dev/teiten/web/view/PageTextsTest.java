package dev.teiten.web.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PageTextsTest {

  private static final Pattern KEY = Pattern.compile("frame\\.t\\(\"([A-Za-z0-9._]+)\"[,)]");

  @Test
  void everyTextThatATemplateAsksForIsThere() throws IOException {
    Set<String> asked = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/jte"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Matcher matcher = KEY.matcher(Files.readString(file));
        while (matcher.find()) {
          asked.add(matcher.group(1));
        }
      }
    }
    assertThat(asked).isNotEmpty();
    assertThat(bundle("").stringPropertyNames()).containsAll(asked);
  }

  @Test
  void japaneseSaysAsMuchAsEnglish() throws IOException {
    Properties english = bundle("");
    Properties japanese = bundle("_ja");
    assertThat(japanese.stringPropertyNames())
        .containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
    for (String key : english.stringPropertyNames()) {
      assertThat(placeholders(japanese.getProperty(key)))
          .as(key)
          .isEqualTo(placeholders(english.getProperty(key)));
    }
  }

  @Test
  void everyTextCanBeFormatted() throws IOException {
    for (String language : new String[] {"en", "ja"}) {
      PageTexts texts = PageTexts.in(language);
      for (String key : bundle("").stringPropertyNames()) {
        assertThat(texts.get(key, "a", "b", "c", "d", "e")).as(key).doesNotContain("{");
      }
    }
  }

  private static Set<String> placeholders(String text) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = Pattern.compile("\\{\\d}|%[a-z]+").matcher(text);
    while (matcher.find()) {
      found.add(matcher.group());
    }
    return found;
  }

  private static Properties bundle(String suffix) throws IOException {
    Properties properties = new Properties();
    for (String file : new String[] {"messages", "sizing", "tasks"}) {
      String name = "/dev/teiten/web/" + file + suffix + ".properties";
      try (InputStream in = PageTextsTest.class.getResourceAsStream(name)) {
        assertThat(in).as(name).isNotNull();
        properties.load(new java.io.InputStreamReader(in, StandardCharsets.UTF_8));
      }
    }
    return properties;
  }
}
