import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a service of the running suite says of itself, and the kernel of its process. */
final class RunningService {
    private final JsonNode entry;

    RunningService(JsonNode suite, String name) {
        this.entry = suite.at("/services/" + name);
    }

    URI url() {
        return URI.create(entry.get("url").asText());
    }

    double cpuSeconds() throws IOException {
        return sum("process_cpu_time_ns_total") / 1e9;
    }

    double heapMegabytes() throws IOException {
        return sum("jvm_memory_used_bytes{area=\"heap\"") / 1e6;
    }

    double residentMegabytes() throws IOException {
        return Files.readAllLines(Path.of("/proc", entry.get("pid").asText(), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) * 1_024 / 1e6)
                .findFirst()
                .orElse(Double.NaN);
    }

    /** The lines that begin so. */
    List<String> metrics(String prefix) throws IOException {
        try (var door = new Door(URI.create(entry.get("managementUrl").asText()))) {
            return door.send("GET", "/q/metrics", "", null).body().lines().filter(line -> line.startsWith(prefix)).toList();
        }
    }

    static double value(String line) {
        return Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
    }

    private double sum(String prefix) throws IOException {
        return metrics(prefix).stream().mapToDouble(RunningService::value).reduce(Double::sum).orElse(Double.NaN);
    }
}
