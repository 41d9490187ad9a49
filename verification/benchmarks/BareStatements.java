import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The ceiling of durable writes: the statements of one write, sent by pgbench (prepared, a transaction each) to the same
 * PostgreSQL, into a database of their own with the service's tables.
 *
 * @param scripts of pgbench, one of which is drawn for each transaction
 */
record BareStatements(JsonNode postgres, String service, List<Path> scripts, int clients) {
    private static final String DATABASE = "bare_statements";
    private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+)");

    double perSecond(int seconds) throws Exception {
        createTables();
        try {
            pgbench(Math.max(5, seconds / 2));
            return pgbench(seconds);
        } finally {
            administer("drop database if exists " + DATABASE + " with (force)");
        }
    }

    private void createTables() throws Exception {
        administer("drop database if exists " + DATABASE + " with (force)");
        administer("create database " + DATABASE);
        try (var connection = Durability.superuser(postgres, DATABASE);
                Statement statement = connection.createStatement()) {
            for (Path folder : List.of(Path.of("libraries/outbox/src/main/resources/db/outbox"), Path.of(service, "src/main/resources/db/migration"))) {
                try (Stream<Path> files = Files.list(folder)) {
                    for (Path file : files.sorted(BareStatements::byVersion).toList()) {
                        statement.execute(Files.readString(file));
                    }
                }
            }
        }
    }

    private static int byVersion(Path one, Path other) {
        int byVersion = Double.compare(version(one), version(other));
        return byVersion == 0 ? one.compareTo(other) : byVersion;
    }

    /** Of {@code V12__what_it_does.sql}; one that is repeated comes after all others. */
    private static double version(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith("R") ? Double.POSITIVE_INFINITY : Double.parseDouble(name.substring(1, name.indexOf("__")));
    }

    private void administer(String sql) throws Exception {
        try (var connection = Durability.superuser(postgres, "postgres");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private double pgbench(int seconds) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("pgbench", "-n", "-M", "prepared", "-c", Integer.toString(clients), "-j", "2"));
        command.addAll(List.of("-T", Integer.toString(seconds), "-h", postgres.get("host").asText(), "-p", postgres.get("port").asText()));
        scripts.forEach(script -> command.addAll(List.of("-f", script.toString())));
        command.addAll(List.of("-U", postgres.get("superuser").asText(), DATABASE));
        var builder = new ProcessBuilder(command);
        builder.environment().put("PGPASSWORD", postgres.get("password").asText());
        Process process = builder.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        Matcher tps = TPS.matcher(said);
        if (process.waitFor() != 0 || !tps.find()) {
            throw new IOException(String.format(Locale.ROOT, "pgbench failed: %s", said));
        }
        return Double.parseDouble(tps.group(1));
    }
}
