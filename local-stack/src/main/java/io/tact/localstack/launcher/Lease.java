package io.tact.localstack.launcher;

import io.tact.localstack.broker.TopicContract;
import io.tact.localstack.postgres.PostgresAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What one test run has for itself: a database and a prefix for its topics. */
record Lease(SharedStack stack, String name) implements AutoCloseable {
    private static final int PARTITIONS = 4;
    private static final String PASSWORD = "test";

    static Lease open(SharedStack stack, String module, SecureRandom random) {
        String safe = module.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        Lease lease =
                new Lease(
                        stack,
                        safe + "-" + Integer.toString(random.nextInt(36 * 36 * 36 * 36), 36));
        stack.databases().ensure(lease.database(), PASSWORD);
        return lease;
    }

    void createTopics(Path contracts) {
        stack.topics().create(prefix(), PARTITIONS, TopicContract.read(contracts));
    }

    Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>(stack.secrets().environment());
        environment.put("TACT_DATABASE_HOST", PostgresAddress.HOST);
        environment.put("TACT_DATABASE_PORT", Integer.toString(stack.postgres().address().port()));
        environment.put("TACT_DATABASE_NAME", database());
        environment.put("TACT_DATABASE_USER", database());
        environment.put("TACT_DATABASE_PASSWORD", PASSWORD);
        environment.put("TACT_KAFKA_BOOTSTRAP_SERVERS", stack.broker().bootstrapServers());
        environment.put("TACT_TOPIC_PREFIX", prefix());
        environment.put("TACT_OIDC_ISSUER_URL", stack.issuer().url());
        environment.put("TACT_OIDC_AUDIENCE", "tact");
        return environment;
    }

    @Override
    public void close() {
        stack.topics().deleteAll(prefix());
        stack.databases().drop(database());
    }

    private String prefix() {
        return name + ".";
    }

    private String database() {
        return name.replace('-', '_');
    }
}
