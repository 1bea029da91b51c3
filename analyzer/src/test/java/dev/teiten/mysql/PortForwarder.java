package dev.teiten.mysql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A port of this machine that leads to another port, or to nothing: a server that goes down. */
public final class PortForwarder implements AutoCloseable {
  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

  private final int target;
  private final int port;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private ServerSocket listener;

  /** The port is open. */
  public PortForwarder(int target) throws IOException {
    this.target = target;
    this.listener = new ServerSocket(0, 50, LOOPBACK);
    this.port = listener.getLocalPort();
    serve(listener);
  }

  public int port() {
    return port;
  }

  /** Nobody listens any more, and all connections end. */
  public void down() throws IOException {
    listener.close();
    for (Socket socket : sockets) {
      socket.close();
    }
    sockets.clear();
  }

  /** The port is open again. */
  public void up() throws IOException {
    listener = new ServerSocket(port, 50, LOOPBACK);
    serve(listener);
  }

  private void serve(ServerSocket open) {
    start(
        () -> {
          while (!open.isClosed()) {
            Socket in = open.accept();
            Socket out = new Socket(LOOPBACK, target);
            sockets.add(in);
            sockets.add(out);
            start(() -> in.getInputStream().transferTo(out.getOutputStream()));
            start(() -> out.getInputStream().transferTo(in.getOutputStream()));
          }
        });
  }

  private interface NetworkWork {
    void run() throws IOException;
  }

  private static void start(NetworkWork work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException e) {
                // The connection has ended.
                return;
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    try {
      down();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
