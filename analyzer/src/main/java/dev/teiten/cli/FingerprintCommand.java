package dev.teiten.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.teiten.normalize.NormalizedStatement;
import dev.teiten.normalize.StatementNormalizer;
import dev.teiten.normalize.scan.Dialect;
import dev.teiten.review.JsonDocuments;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "fingerprint",
    description =
        "Reads one JSON string (a statement) a line, writes one JSON object a line, in the same order.",
    footer = {"", "Example:", "  echo '\"SELECT 1\"' | teiten fingerprint"})
final class FingerprintCommand implements Callable<Integer> {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private static final int FLUSH_LINES = 1000;

  @Spec CommandSpec spec;

  @Option(
      names = "--dialect",
      defaultValue = "mysql",
      description = "mysql (default) or postgresql.")
  Dialect dialect = Dialect.MYSQL;

  @Mixin ShardOption shardOption = new ShardOption();

  @Override
  public Integer call() throws IOException {
    StatementNormalizer normalizer = new StatementNormalizer(dialect, shardOption.shards());
    PrintWriter out = new PrintWriter(spec.commandLine().getOut(), false);
    LineReader in = new LineReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    boolean isOpen = true;
    int lines = 0;
    for (String line = in.next(); isOpen && line != null; line = in.next()) {
      out.println(JsonDocuments.writeLine(describe(normalizer.normalize(statement(line)))));
      lines++;
      if (!in.ready() || lines % FLUSH_LINES == 0) {
        isOpen = flush(out);
      }
    }
    out.flush();
    return 0;
  }

  /** Flushes; false if the pipe was closed. */
  private static boolean flush(PrintWriter out) {
    out.flush();
    return !System.out.checkError();
  }

  /**
   * The statement in a line. A line that is not a JSON string counts as an unreadable statement, so
   * that it still has a result.
   */
  private static String statement(String line) {
    try {
      JsonNode node = JSON.readTree(line);
      return node != null && node.isTextual() ? node.textValue() : "";
    } catch (JsonProcessingException e) {
      return "";
    }
  }

  private static Map<String, Object> describe(NormalizedStatement statement) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("id", statement.id());
    object.put("statement", statement.text());
    object.put("family", statement.family());
    object.put("verb", statement.verb());
    object.put("tables", statement.tables());
    object.put("parsed", statement.parsed());
    object.put("truncated", statement.truncated());
    object.put("tags", statement.tags());
    return object;
  }
}
