import java.net.URI;
import java.util.List;
import java.util.concurrent.Callable;

/** Five hundred reads for a purpose a second, beside something else. */
record ProfileReads(URI service, List<Shoppers.Shopper> shoppers) {
    private static final int PER_SECOND = 500;
    private static final int CLIENTS = 32;

    record Together(Load.Result load, Load.Result reads) {}

    Together during(String name, Callable<Load.Result> work) throws Exception {
        try (var reads = new SteadyRequests(service, CLIENTS, PER_SECOND, (door, turn) -> shoppers.get(turn * 7 % shoppers.size()).readsProfile(door))) {
            Load.Result load = work.call();
            return new Together(load, reads.end(name));
        }
    }
}
