package io.tact.localstack.launcher;

import io.tact.localstack.machine.FolderLock;
import io.tact.localstack.machine.Folders;
import io.tact.localstack.machine.QuietLogging;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;

/**
 * Main class of the launcher JVM: {@code FOLDER IDLE}, where idle is how long it stays after its
 * last lease.
 */
public final class Launcher {
    private final LauncherFolder folder;
    private final Occupancy occupancy = new Occupancy();

    private Launcher(LauncherFolder folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        QuietLogging.set();
        new Launcher(new LauncherFolder(Path.of(arguments[0]))).run(Duration.parse(arguments[1]));
        System.exit(0);
    }

    private void run(Duration idle) throws IOException, InterruptedException {
        long pid = ProcessHandle.current().pid();
        Path data = Folders.createPrivate(folder.run(pid));
        SharedStack stack = SharedStack.start(folder.path(), data);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> leave(stack, data), "leave"));
        String secret = UUID.randomUUID().toString();
        try (ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Folders.writePrivate(
                    folder.state(),
                    "pid=" + pid + "\nport=" + door.getLocalPort() + "\nsecret=" + secret + "\n");
            Thread porter = new Thread(() -> welcome(door, stack, secret), "porter");
            porter.setDaemon(true);
            porter.start();
            awaitFarewell(idle);
        }
    }

    private static void leave(SharedStack stack, Path data) {
        stack.close();
        Folders.delete(data);
    }

    private void welcome(ServerSocket door, SharedStack stack, String secret) {
        while (!door.isClosed()) {
            try {
                Socket socket = door.accept();
                occupancy.enter();
                Thread thread = new Thread(() -> serve(socket, stack, secret), "lease");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException doorClosed) {
                return;
            }
        }
    }

    private void serve(Socket socket, SharedStack stack, String secret) {
        try {
            new LeaseConnection(stack, secret).serve(socket);
        } finally {
            occupancy.leave();
        }
    }

    private void awaitFarewell(Duration idle) throws InterruptedException {
        do {
            occupancy.awaitIdle(idle);
        } while (!FolderLock.holding(folder.lock(), this::closeDoorIfEmpty));
    }

    /**
     * Under the lock nobody can be on the way to us: whoever comes next finds no state file and
     * starts another launcher.
     */
    private boolean closeDoorIfEmpty() {
        if (!occupancy.isEmpty()) {
            return false;
        }
        Folders.delete(folder.state());
        return true;
    }
}
