import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;

/** Services of the suite that stand still until this is closed, or until this process ends. */
final class Paused implements AutoCloseable {
    private final List<String> pids;
    private final Thread resuming = new Thread(this::resume, "resume");

    private Paused(List<String> pids) {
        this.pids = pids;
    }

    static Paused of(JsonNode suite, List<String> services) throws IOException, InterruptedException {
        var paused = new Paused(services.stream().map(name -> suite.at("/services/" + name + "/pid").asText()).toList());
        Runtime.getRuntime().addShutdownHook(paused.resuming);
        paused.signal("STOP");
        return paused;
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(resuming);
        resume();
    }

    private void resume() {
        try {
            signal("CONT");
        } catch (IOException unsent) {
            System.err.println("Still paused: " + pids + ": " + unsent.getMessage());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void signal(String name) throws IOException, InterruptedException {
        for (String pid : pids) {
            int code = new ProcessBuilder("kill", "-" + name, pid).inheritIO().start().waitFor();
            if (code != 0) {
                throw new IOException("kill -" + name + " " + pid + " ended with " + code);
            }
        }
    }
}
