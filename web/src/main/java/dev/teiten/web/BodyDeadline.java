package dev.teiten.web;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Closes the connection of a request whose body does not arrive in time. The server's own limits
 * count idle time and the rate at which content is read, which a dripping body keeps within.
 */
final class BodyDeadline extends Handler.Wrapper {
  static final Duration PATIENCE = Duration.ofSeconds(15);

  private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD", "OPTIONS");

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    if (WITHOUT_BODY.contains(request.getMethod()) || request.getLength() == 0) {
      return super.handle(request, response, callback);
    }
    EndPoint sender = request.getConnectionMetaData().getConnection().getEndPoint();
    Scheduler.Task deadline =
        request
            .getComponents()
            .getScheduler()
            .schedule(
                () -> sender.close(new TimeoutException("the body did not arrive in time")),
                PATIENCE.toMillis(),
                TimeUnit.MILLISECONDS);
    return super.handle(
        new TimedRequest(request, deadline), response, Callback.from(callback, deadline::cancel));
  }

  /** Stops the deadline once the body has been read. */
  private static final class TimedRequest extends Request.Wrapper {
    private final Scheduler.Task deadline;

    TimedRequest(Request request, Scheduler.Task deadline) {
      super(request);
      this.deadline = deadline;
    }

    @Override
    public Content.Chunk read() {
      Content.Chunk chunk = super.read();
      if (chunk != null && chunk.isLast()) {
        deadline.cancel();
      }
      return chunk;
    }
  }
}
