package dev.teiten.normalize;

import dev.teiten.normalize.scan.Dialect;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Writes the statement cases as inputs of {@link StatementFuzz}. */
public final class FuzzSeeds {
  private FuzzSeeds() {}

  /**
   * @param args the folder
   */
  public static void main(String[] args) throws IOException {
    List<StatementCase> cases = StatementCase.all().toList();
    for (int i = 0; i < cases.size(); i++) {
      byte[] text = cases.get(i).statement().getBytes(StandardCharsets.UTF_8);
      byte[] seed = Arrays.copyOf(text, text.length + 2);
      // Jazzer takes numbers from the end: the dialect is its first question, the kind its second.
      seed[text.length] = 1;
      seed[text.length + 1] = (byte) (cases.get(i).dialect() == Dialect.MYSQL ? 1 : 0);
      Files.write(Path.of(args[0], "case-" + i), seed);
    }
  }
}
