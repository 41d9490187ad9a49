package io.tact.storefront.order;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Orders that profile-service does not have yet, in a file that is only appended to: one line for
 * an order, one for its end. What is written is on the disk before the method returns. When nothing
 * waits any more the file is emptied, so it keeps no order longer than it must.
 */
final class OrderFile implements AutoCloseable {
    private static final Set<OpenOption> CREATED_FOR_APPENDING =
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);

    private final FileChannel channel;
    private final Map<String, Order> waiting = new LinkedHashMap<>();

    private OrderFile(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * @throws IllegalStateException when another shop writes to this file
     */
    static OrderFile open(Path file) {
        try {
            FileChannel channel = FileChannel.open(file, CREATED_FOR_APPENDING, ownerOnly(file));
            lock(channel, file);
            OrderFile orders = new OrderFile(channel);
            orders.replay(Files.readString(file));
            channel.position(channel.size());
            return orders;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static void lock(FileChannel channel, Path file) throws IOException {
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException held) {
            lock = null;
        }
        if (lock == null) {
            channel.close();
            throw new IllegalStateException("Another storefront writes " + file);
        }
    }

    synchronized void add(Order order) {
        if (waiting.putIfAbsent(order.id(), order) == null) {
            append(new JsonObject().put("order", order.event()));
        }
    }

    /** Profile-service has it, or will never take it. */
    synchronized void remove(Order order) {
        if (waiting.remove(order.id()) == null) {
            return;
        }
        if (waiting.isEmpty()) {
            empty();
        } else {
            append(new JsonObject().put("done", order.id()));
        }
    }

    /** The oldest first. */
    synchronized List<Order> waiting() {
        return List.copyOf(waiting.values());
    }

    /** A last line that was cut off by a crash belongs to an order that nobody was promised. */
    private void replay(String lines) {
        for (String line : lines.split("\n", -1)) {
            try {
                JsonObject entry = new JsonObject(line);
                JsonObject event = entry.getJsonObject("order");
                if (event != null) {
                    Order order = Order.of(event);
                    waiting.put(order.id(), order);
                } else {
                    waiting.remove(entry.getString("done", ""));
                }
            } catch (DecodeException | ClassCastException cutOff) {
                continue;
            }
        }
    }

    private void append(JsonObject entry) {
        try {
            ByteBuffer line = ByteBuffer.wrap(("\n" + entry.encode()).getBytes(UTF_8));
            while (line.hasRemaining()) {
                channel.write(line);
            }
            channel.force(false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void empty() {
        try {
            channel.truncate(0);
            channel.force(false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
