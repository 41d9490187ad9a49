import java.util.Arrays;
import java.util.Locale;

/** Nanoseconds, many of them. */
final class Durations {
    private long[] values = new long[1 << 12];
    private int size;

    void add(long nanoseconds) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = nanoseconds;
    }

    long[] toArray() {
        return Arrays.copyOf(values, size);
    }

    long[] sorted() {
        long[] sorted = toArray();
        Arrays.sort(sorted);
        return sorted;
    }

    static String spread(long[] sorted) {
        return String.format(
                Locale.ROOT,
                "p50 %5.1f ms   p99 %6.1f ms   max %6.1f ms",
                milliseconds(sorted, 0.5),
                milliseconds(sorted, 0.99),
                milliseconds(sorted, 1));
    }

    /**
     * @param part 0.99: what 99 of 100 did not exceed
     */
    static double milliseconds(long[] sorted, double part) {
        return sorted.length == 0
                ? Double.NaN
                : sorted[Math.max(0, (int) Math.ceil(part * sorted.length) - 1)] / 1e6;
    }
}
