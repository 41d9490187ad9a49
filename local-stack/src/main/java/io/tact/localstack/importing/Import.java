package io.tact.localstack.importing;

import io.tact.localstack.importing.goods.ShopKinds;
import io.tact.localstack.importing.history.KindTable;
import io.tact.localstack.importing.history.UnusableFile;
import io.tact.localstack.importing.sending.Patience;
import io.tact.localstack.importing.sending.Undelivered;
import io.tact.localstack.world.DemoWorld;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;

/**
 * {@code ./run --data FILE}, and the demo world without it. Exit code 0: everything is in; 1: not;
 * 2: the arguments are wrong.
 */
public final class Import {
    private Import() {}

    public static void main(String... arguments) throws InterruptedException {
        System.exit(run(Screen.standard(), Patience.usual(), arguments));
    }

    static int run(Screen screen, Patience patience, String... arguments)
            throws InterruptedException {
        ImportArguments wanted;
        try {
            wanted = ImportArguments.of(arguments);
        } catch (IllegalArgumentException e) {
            screen.say(String.valueOf(e.getMessage()));
            screen.say(ImportArguments.USAGE);
            return 2;
        }
        try {
            start(wanted, screen, patience);
            return 0;
        } catch (NoSuchFileException e) {
            screen.say("There is no file " + e.getFile());
            return 1;
        } catch (UnusableFile | Undelivered e) {
            screen.say(String.valueOf(e.getMessage()));
            return 1;
        } catch (IOException e) {
            screen.say("The file cannot be read to its end: " + e.getMessage());
            return 1;
        }
    }

    private static void start(ImportArguments wanted, Screen screen, Patience patience)
            throws IOException, InterruptedException {
        Suite suite = Suite.read(wanted.suite());
        Doors doors = new Doors(suite, patience);
        Path data = wanted.data();
        if (data == null) {
            Instant end = SeededWorld.end(suite.folder(), wanted.seed(), screen.clock().instant());
            DemoWorld world = DemoWorld.generate(wanted.seed(), end);
            new SeedDemoWorld(doors, suite.pictures(), screen).seed(world);
        } else {
            ShopKinds kinds =
                    new ShopKinds(wanted.kinds() == null ? null : KindTable.read(wanted.kinds()));
            new ImportOrderHistory(doors, suite.pictures(), screen).importAll(data, kinds);
        }
    }
}
