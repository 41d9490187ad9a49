package io.tact.localstack.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.Supplier;

/** A lock between processes. It goes with its process, however that ends. */
public final class FolderLock implements AutoCloseable {
    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Waits for the lock and acts under it. Threads of one process wait for each other first,
     * whatever class loader they come from: on Linux, closing any channel of the file would release
     * the lock of all.
     */
    public static <T> T holding(Path file, Supplier<T> action) {
        String sharedByAllClassLoaders = ("tact-lock:" + file).intern();
        synchronized (sharedByAllClassLoaders) {
            try (FolderLock lock = new FolderLock(open(file))) {
                lock.channel.lock();
                return action.get();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Empty if another process holds it. For processes that ask once. */
    public static Optional<FolderLock> tryTake(Path file) {
        try {
            FileChannel channel = open(file);
            if (channel.tryLock() != null) {
                return Optional.of(new FolderLock(channel));
            }
            channel.close();
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }
}
