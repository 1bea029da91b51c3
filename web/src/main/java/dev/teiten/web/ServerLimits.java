package dev.teiten.web;

import io.javalin.config.JavalinConfig;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.server.handler.SizeLimitHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Keeps slow and large requests from taking the threads of others. A request that needs a login is
 * refused before its body is read. The body of the login form itself, which anyone may send, comes
 * in before a thread is taken.
 *
 * @see <a href="https://jetty.org/docs/jetty/12.1/programming-guide/server/http.html">Jetty, server
 *     handlers</a>
 */
final class ServerLimits {
  private static final int MOST_BODY_BYTES = 256 * 1024;
  private static final int MOST_LOGIN_BYTES = 8 * 1024;

  /** The wait for answers under way when the server stops. */
  static final Duration STOP_PATIENCE = Duration.ofSeconds(6);

  private ServerLimits() {}

  static void set(JavalinConfig config) {
    config.http.maxRequestSize = MOST_BODY_BYTES;
    config.jetty.modifyHttpConfiguration(ServerLimits::setHttp);
    config.jetty.modifyServer(ServerLimits::setServer);
  }

  private static void setHttp(HttpConfiguration http) {
    http.setSendServerVersion(false);
  }

  private static void setServer(Server server) {
    EagerContentHandler login =
        new EagerContentHandler(
            new EagerContentHandler.RetainedContentLoaderFactory(MOST_LOGIN_BYTES, 0, true));
    login.includeMethod("POST");
    login.includePath("/login");
    SizeLimitHandler size = new SizeLimitHandler(MOST_BODY_BYTES, -1);
    BodyDeadline deadline = new BodyDeadline();
    deadline.setHandler(login);
    size.setHandler(deadline);
    Handler.Singleton graceful = new GracefulHandler();
    graceful.setHandler(size);
    server.setHandler(graceful);
    server.setErrorHandler(new SafeErrors());
    server.setStopTimeout(STOP_PATIENCE.toMillis());
  }

  /** The server's own error answers: with the headers of all others, without a trace. */
  private static final class SafeErrors extends ErrorHandler {
    SafeErrors() {
      setShowStacks(false);
      setShowCauses(false);
      setShowOrigin(false);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
      SecurityHeaders.add(response.getHeaders());
      return super.handle(request, response, callback);
    }

    @Override
    public ByteBuffer badMessageError(int status, String reason, HttpFields.Mutable fields) {
      SecurityHeaders.add(fields);
      return super.badMessageError(status, reason, fields);
    }
  }
}
