package io.tact.consent.client.caller;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.Key;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * The public keys of consent-service, from a mounted file that may change under us. A file that
 * cannot be read keeps the last keys.
 */
@Startup
@ApplicationScoped
class VisitorKeys implements VerificationKeyResolver {
    private static final Logger LOG = Logger.getLogger(VisitorKeys.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);

    private final Path file;
    private final List<Runnable> onChange = new CopyOnWriteArrayList<>();
    private final AtomicLong nextLook = new AtomicLong(System.nanoTime() + LOOK_EVERY.toNanos());
    private volatile FileTime read;
    private volatile VerificationKeyResolver current;

    VisitorKeys(VisitorConfig config) throws IOException, JoseException {
        this.file = config.keys();
        this.read = Files.getLastModifiedTime(file);
        this.current = load();
    }

    void whenChanged(Runnable action) {
        onChange.add(action);
    }

    /** Looks at most every five seconds whether the file has changed. */
    void refresh() {
        long due = nextLook.get();
        long now = System.nanoTime();
        if (now - due < 0 || !nextLook.compareAndSet(due, now + LOOK_EVERY.toNanos())) {
            return;
        }
        try {
            FileTime modified = Files.getLastModifiedTime(file);
            if (!modified.equals(read)) {
                current = load();
                read = modified;
                onChange.forEach(Runnable::run);
            }
        } catch (IOException | JoseException unreadable) {
            LOG.warnf(
                    "The visitor keys could not be read again, the last ones stay: cause=%s",
                    unreadable.getMessage());
        }
    }

    @Override
    public Key resolveKey(JsonWebSignature signature, List<JsonWebStructure> nesting)
            throws UnresolvableKeyException {
        return current.resolveKey(signature, nesting);
    }

    private VerificationKeyResolver load() throws IOException, JoseException {
        return new JwksVerificationKeyResolver(
                new JsonWebKeySet(Files.readString(file)).getJsonWebKeys());
    }
}
