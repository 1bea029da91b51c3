package dev.teiten.normalize.shape;

import dev.teiten.normalize.scan.Dialect;
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
 * Runs JSqlParser where it can do no harm: on its own threads with a large stack, within caps of
 * length, depth and time. A statement that it cannot parse has no shape, and keeps its fingerprint.
 *
 * @see <a href="https://github.com/JSQLParser/JSqlParser">JSqlParser</a>
 */
public final class ShapeParser {
  private static final int LONGEST = 32_768;
  // The parser is exponential in nested parentheses: 100 take milliseconds, 1,000 overflow.
  private static final int DEEPEST = 100;
  private static final long PATIENCE_MILLIS = 3_000;
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
            2,
            2,
            30,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(256),
            task -> {
              String name = "teiten-parser-" + number.incrementAndGet();
              Thread thread = new Thread(null, task, name, STACK_BYTES);
              thread.setDaemon(true);
              return thread;
            });
    threads.allowCoreThreadTimeOut(true);
    return threads;
  }

  /** Never throws; empty if the parser cannot read it, or not in time. */
  public Optional<StatementShape> shape(ParserText statement) {
    boolean fits = statement.text().length() <= LONGEST && statement.depth() <= DEEPEST;
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
      return shape.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
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
    AbstractJSqlParser.Dialect known =
        dialect == Dialect.MYSQL
            ? AbstractJSqlParser.Dialect.MYSQL
            : AbstractJSqlParser.Dialect.POSTGRESQL;
    return new CCJSqlParser(new StringProvider(text)).withDialect(known);
  }

  private Optional<StatementShape> read(CCJSqlParser parser, ParserText statement) {
    try {
      // Statement() would read the first of several and drop the others without a word.
      List<Statement> all = parser.Statements();
      return all.isEmpty()
          ? Optional.empty()
          : Optional.of(new ShapeReader(dialect, statement).read(all));
    } catch (ParseException | RuntimeException | StackOverflowError notUnderstood) {
      return Optional.empty();
    }
  }
}
