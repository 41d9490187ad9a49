package io.tact.frequency;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A TCP forwarder before the database: open, silent as a stopped process, or gone. */
public final class DatabaseDoor implements AutoCloseable {
    private enum State {
        OPEN,
        SILENT,
        GONE
    }

    private final String host;
    private final int target;
    private final ServerSocket door;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private volatile State state = State.OPEN;

    DatabaseDoor(String host, int target) {
        this.host = host;
        this.target = target;
        try {
            door = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        run("door", this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    /** Everything is accepted and nothing answered, as by a stopped process. */
    public void silence() {
        state = State.SILENT;
    }

    /** All connections are cut, and new ones too. */
    public void cut() {
        state = State.GONE;
        sockets.forEach(DatabaseDoor::close);
        sockets.clear();
    }

    public void open() {
        state = State.OPEN;
        synchronized (this) {
            notifyAll();
        }
    }

    @Override
    public void close() {
        cut();
        try {
            door.close();
        } catch (IOException already) {
            // closed is closed
        }
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                if (state == State.GONE) {
                    client.close();
                    continue;
                }
                var server = new Socket(host, target);
                client.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                sockets.add(client);
                sockets.add(server);
                run("door-in", () -> carry(client, server));
                run("door-out", () -> carry(server, client));
            } catch (IOException closed) {
                // the loop's condition says whether this is the end
            }
        }
    }

    private void carry(Socket from, Socket to) {
        byte[] bytes = new byte[16_384];
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                waitWhileSilent();
                out.write(bytes, 0, read);
            }
        } catch (IOException | InterruptedException cut) {
            close(from);
            close(to);
        }
    }

    private synchronized void waitWhileSilent() throws InterruptedException {
        while (state == State.SILENT) {
            wait();
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException already) {
            // closed is closed
        }
    }

    private static void run(String name, Runnable task) {
        var thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }
}
