package io.tact.localstack.settings;

import io.tact.localstack.machine.Folders;
import io.tact.localstack.machine.FreePorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** The port of each door. */
public record Ports(Map<Door, Integer> byDoor) {
    /** At their distances from the base; with base 0 wherever there is room. */
    public static Ports from(int base) {
        List<Integer> free = base == 0 ? FreePorts.draw(Door.values().length) : List.of();
        Map<Door, Integer> ports = new EnumMap<>(Door.class);
        for (Door door : Door.values()) {
            ports.put(door, base == 0 ? free.get(door.ordinal()) : base + door.offset());
        }
        return new Ports(ports);
    }

    /** Drawn ports are kept for the next start, since Kafka remembers its own in its data. */
    public static Ports kept(Path file, int base) {
        if (base != 0) {
            return from(base);
        }
        return read(file)
                .orElseGet(
                        () -> {
                            Ports drawn = from(0);
                            StringBuilder text = new StringBuilder();
                            drawn.byDoor.forEach(
                                    (door, port) ->
                                            text.append(door)
                                                    .append('=')
                                                    .append(port)
                                                    .append('\n'));
                            Folders.writePrivate(file, text.toString());
                            return drawn;
                        });
    }

    public int of(Door door) {
        return byDoor.getOrDefault(door, 0);
    }

    public String url(Door door) {
        return "http://localhost:" + of(door);
    }

    private static Optional<Ports> read(Path file) {
        try (var in = Files.newBufferedReader(file)) {
            Properties kept = new Properties();
            kept.load(in);
            Map<Door, Integer> ports = new EnumMap<>(Door.class);
            kept.forEach(
                    (door, port) ->
                            ports.put(
                                    Door.valueOf(door.toString()),
                                    Integer.valueOf(port.toString())));
            return Optional.of(new Ports(ports));
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    public void demandFree(List<Door> doors) {
        List<String> taken =
                doors.stream()
                        .filter(door -> !FreePorts.isFree(of(door)))
                        .map(
                                door ->
                                        "Port "
                                                + of(door)
                                                + " is taken, and "
                                                + door.owner()
                                                + " wants it.")
                        .toList();
        if (!taken.isEmpty()) {
            throw new StartFailure(
                    String.join("\n", taken)
                            + "\nFree it, or move all of Tact: TACT_PORT_BASE=18080 ./run");
        }
    }
}
