package dev.teiten.normalize.shape;

import dev.teiten.normalize.scan.Dialect;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import net.sf.jsqlparser.parser.AbstractJSqlParser;
import net.sf.jsqlparser.parser.CCJSqlParser;
import net.sf.jsqlparser.parser.ParseException;
import net.sf.jsqlparser.parser.StringProvider;
import net.sf.jsqlparser.statement.Statement;

/**
 * Runs JSqlParser on separate threads with a large stack, within limits of length, depth and time.
 * A statement that it cannot parse has no shape, and keeps its fingerprint.
 *
 * @see <a href="https://github.com/JSQLParser/JSqlParser">JSqlParser</a>
 */
public final class ShapeParser {
  /** Characters of the longest text that is parsed. */
  private static final int LONGEST_TEXT = 32_768;

  // The parser is exponential in nested parentheses: 100 take milliseconds, 1,000 overflow.
  private static final int DEEPEST_NESTING = 100;

  private static final Duration LONGEST_PARSE = Duration.ofSeconds(3);
  private static final Duration IDLE_THREAD = Duration.ofSeconds(30);
  private static final int PARSER_THREADS = 2;
  private static final int MOST_WAITING = 256;
  private static final long STACK_BYTES = 64L << 20;

  private static final ThreadPoolExecutor THREADS = threads();

  private final Dialect dialect;

  public ShapeParser(Dialect dialect) {
    this.dialect = dialect;
  }

  private static ThreadPoolExecutor threads() {
    AtomicInteger number = new AtomicInteger();
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(
            PARSER_THREADS,
            PARSER_THREADS,
            IDLE_THREAD.toSeconds(),
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_WAITING),
            task -> {
              String name = "teiten-parser-" + number.incrementAndGet();
              Thread thread = new Thread(null, task, name, STACK_BYTES);
              thread.setDaemon(true);
              return thread;
            });
    threads.allowCoreThreadTimeOut(true);
    return threads;
  }

  /** The shape of a statement; empty if the parser cannot read it in time. Never throws. */
  public Optional<StatementShape> shape(ParserText statement) {
    boolean fits =
        statement.text().length() <= LONGEST_TEXT && statement.depth() <= DEEPEST_NESTING;
    if (!fits || statement.text().isEmpty()) {
      return Optional.empty();
    }
    CCJSqlParser parser = parser(statement.text());
    Future<Optional<StatementShape>> shape;
    try {
      shape = THREADS.submit(() -> read(parser, statement));
    } catch (RejectedExecutionException busy) {
      return Optional.empty();
    }
    return await(parser, shape);
  }

  private static Optional<StatementShape> await(
      CCJSqlParser parser, Future<Optional<StatementShape>> shape) {
    try {
      return shape.get(LONGEST_PARSE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException tooSlow) {
      parser.interrupted = true;
      shape.cancel(true);
      return Optional.empty();
    } catch (InterruptedException stopping) {
      parser.interrupted = true;
      shape.cancel(true);
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException failed) {
      return Optional.empty();
    }
  }

  private CCJSqlParser parser(String text) {
    AbstractJSqlParser.Dialect rules =
        dialect == Dialect.MYSQL
            ? AbstractJSqlParser.Dialect.MYSQL
            : AbstractJSqlParser.Dialect.POSTGRESQL;
    return new CCJSqlParser(new StringProvider(text)).withDialect(rules);
  }

  private Optional<StatementShape> read(CCJSqlParser parser, ParserText statement) {
    try {
      // Statement() would read the first of several and drop the others without a word.
      List<Statement> statements = parser.Statements();
      return statements.isEmpty()
          ? Optional.empty()
          : Optional.of(new ShapeReader(dialect, statement).read(statements));
    } catch (ParseException | RuntimeException | StackOverflowError notUnderstood) {
      return Optional.empty();
    }
  }
}
