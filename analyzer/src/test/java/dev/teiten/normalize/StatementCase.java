package dev.teiten.normalize;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.teiten.normalize.key.Fingerprint;
import dev.teiten.normalize.key.Fingerprinter;
import dev.teiten.normalize.scan.Dialect;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A statement case of the fixtures: one file a case. Every literal in them has the letters {@code
 * zq} or is a number, so that a literal that leaks can be told.
 *
 * @param expected the printed fingerprint
 * @param same statements of the same group
 * @param different statements of other groups
 * @param hints the codes that the statement earns, in any order; null where they are not told
 */
public record StatementCase(
    Dialect dialect,
    String name,
    String statement,
    String expected,
    String verb,
    List<String> tables,
    boolean truncated,
    Map<String, String> tags,
    List<String> same,
    List<String> different,
    @Nullable List<String> hints) {

  private record Content(
      String statement,
      String expected,
      String verb,
      List<String> tables,
      boolean truncated,
      Map<String, String> tags,
      List<String> same,
      List<String> different,
      @Nullable List<String> hints) {}

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<StatementCase> ALL = load();

  public static Stream<StatementCase> all() {
    return ALL.stream();
  }

  /** Those whose text is whole. */
  static Stream<StatementCase> whole() {
    return all().filter(c -> !c.truncated() && !c.statement().isEmpty());
  }

  static Stream<StatementCase> mysql() {
    return all().filter(c -> c.dialect() == Dialect.MYSQL);
  }

  Fingerprint fingerprint(String text) {
    return Fingerprinter.of(text, dialect);
  }

  @Override
  public String toString() {
    return dialect + " " + name;
  }

  private static List<StatementCase> load() {
    List<StatementCase> cases = new ArrayList<>();
    cases.addAll(load(Dialect.MYSQL, "/sql/mysql"));
    cases.addAll(load(Dialect.POSTGRESQL, "/sql/postgresql"));
    return cases;
  }

  private static List<StatementCase> load(Dialect dialect, String folder) {
    try {
      URI uri = StatementCase.class.getResource(folder).toURI();
      if (!uri.getScheme().equals("jar")) {
        return read(dialect, Path.of(uri));
      }
      try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
        return read(dialect, jar.getPath(folder));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<StatementCase> read(Dialect dialect, Path folder) throws IOException {
    List<StatementCase> cases = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        Content c = JSON.readValue(Files.readAllBytes(file), Content.class);
        cases.add(
            new StatementCase(
                dialect,
                folder.relativize(file).toString(),
                c.statement,
                c.expected,
                c.verb,
                c.tables,
                c.truncated,
                c.tags,
                c.same,
                c.different,
                c.hints));
      }
    }
    return cases;
  }
}
