package io.tact.crash;

import io.tact.localstack.machine.FreePorts;
import io.tact.localstack.settings.Door;
import io.tact.localstack.settings.Ports;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Ports that nobody is given by chance. Where the system draws the ports of outgoing connections, a
 * client that knocks at a dead part's door may get that very port, and talk to itself.
 */
final class QuietPorts {
    private static final int LOWEST = 10_000;

    /** Linux, macOS and IANA draw from there or higher. */
    private static final int DRAWN_BY_THE_SYSTEM = 32_768;

    private static final int ROOM = 100;

    private QuietPorts() {}

    /** A base from which all are free. */
    static int draw() {
        Random random = new SecureRandom();
        return Stream.generate(() -> LOWEST + random.nextInt(DRAWN_BY_THE_SYSTEM - ROOM - LOWEST))
                .filter(QuietPorts::isFree)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int base) {
        Ports ports = Ports.from(base);
        return Arrays.stream(Door.values()).allMatch(door -> FreePorts.isFree(ports.of(door)));
    }
}
