package io.tact.evaluate;

import io.tact.evaluate.BoughtTogether.Score;
import io.tact.recommendation.complement.Basket;
import io.tact.recommendation.session.PastSession;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads files, asks the service's code and the baselines, and prints how they did. */
public final class Evaluate {
    private final Arguments arguments;
    private final PrintStream out;

    private Evaluate(Arguments arguments, PrintStream out) {
        this.arguments = arguments;
        this.out = out;
    }

    /** See {@link Arguments#USAGE}. */
    public static void main(String[] arguments) throws IOException {
        try {
            run(arguments, System.out);
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(2);
        }
    }

    static List<Measured> run(String[] arguments, PrintStream out) throws IOException {
        var evaluate = new Evaluate(Arguments.of(arguments), out);
        return evaluate.arguments.areBaskets() ? evaluate.baskets() : evaluate.sessions();
    }

    private List<Measured> sessions() throws IOException {
        var items = new Names();
        List<PastSession> train = SessionFile.read(arguments.train(), items);
        int known = items.count();
        List<PastSession> test = SessionFile.read(arguments.test(), items);
        int[] frequency =
                frequency(train.stream().flatMapToInt(past -> Arrays.stream(past.items())), known);
        out.printf(
                "%s: %,d sessions, %,d items; asked with %s. Seed %d.%n",
                arguments.train(), train.size(), known, arguments.test(), arguments.seed());
        out.println(
                "The next item after each click. An item seen earlier may be recommended again, the one clicked last may not.");
        try (Lists lists = lists(items)) {
            var evaluation = new SessionEvaluation(test, frequency, lists, arguments.seed());
            return Report.sessions(
                    afterAClick(train, frequency).map(evaluation::measure).toList(), out);
        }
    }

    private static Stream<Suggesting> afterAClick(List<PastSession> train, int[] frequency) {
        return Stream.of(
                new Neighbours(train, frequency.length),
                new PlainWeights(train, frequency.length),
                new SequentialRules(train, frequency.length),
                new MostFrequent(frequency, item -> other -> other != item));
    }

    private List<Measured> baskets() throws IOException {
        Kinds kinds = Kinds.read(arguments.kinds());
        List<Basket> all = BasketFile.read(arguments.train(), kinds);
        int cut = arguments.hasTest() ? all.size() : all.size() * 9 / 10;
        List<Basket> train = filled(all.subList(0, cut));
        List<Basket> test =
                filled(
                        arguments.hasTest()
                                ? BasketFile.read(arguments.test(), kinds)
                                : all.subList(cut, all.size()));
        int count = kinds.all().length;
        int[] frequency =
                frequency(train.stream().flatMapToInt(one -> Arrays.stream(one.items())), count);
        try (Lists lists = lists(kinds.items())) {
            var evaluation = new BasketEvaluation(test, frequency, kinds, lists, arguments.seed());
            out.printf(
                    "%s: %,d baskets, %,d items; asked with %,d of 2 to 60 items%s. Seed %d.%n",
                    arguments.train(),
                    train.size(),
                    count,
                    evaluation.baskets(),
                    arguments.hasTest()
                            ? " of " + arguments.test()
                            : " of the last tenth of the invoices",
                    arguments.seed());
            out.println(
                    "For each item of a basket, the others of another kind; the item itself is never recommended.");
            return Report.baskets(
                    besideAnItem(train, kinds, frequency).map(evaluation::measure).toList(), out);
        }
    }

    private static Stream<Suggesting> besideAnItem(
            List<Basket> train, Kinds kinds, int[] frequency) {
        var pairs = new PairCounts(train, frequency.length);
        MostFrequent.Beside any = item -> other -> other != item;
        MostFrequent.Beside another = item -> other -> !kinds.areAlike(item, other);
        Score count = Score::count;
        Score surprise = Score::logLikelihoodRatio;
        return Stream.of(
                new StrictComplements(train, kinds),
                new BoughtTogether("co-purchase, raw", count, pairs, any),
                new BoughtTogether("co-purchase, other kinds", count, pairs, another),
                new BoughtTogether("LLR, other kinds", surprise, pairs, another),
                new MostFrequent(frequency, another));
    }

    private static List<Basket> filled(List<Basket> baskets) {
        return baskets.stream().filter(basket -> basket.items().length > 0).toList();
    }

    private static int[] frequency(IntStream all, int items) {
        int[] frequency = new int[items];
        all.forEach(item -> frequency[item]++);
        return frequency;
    }

    private Lists lists(Names items) throws IOException {
        Path file = arguments.lists();
        return file == null ? Lists.none(items) : new Lists(Files.newBufferedWriter(file), items);
    }
}
