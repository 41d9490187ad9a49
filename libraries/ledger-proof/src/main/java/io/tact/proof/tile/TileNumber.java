package io.tact.proof.tile;

import io.tact.proof.Checked;
import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code <N>[.p/<W>]}: which tile of its row, and how much of it there is. The number is written in
 * groups of three digits, of which all but the last begin with an x, so that files and folders
 * never share a name: 1234067 is {@code x001/x234/067}.
 */
record TileNumber(long index, int width) {
    private static final Pattern FORM =
            Pattern.compile("((?:x[0-9]{3}/){0,6}[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

    /** Where the last hash of a row of 2^63 - 1 is. */
    private static final long HIGHEST = Long.MAX_VALUE / TilePath.FULL;

    TileNumber {
        require(index, width);
    }

    static void require(long index, int width) {
        if (index < 0 || index > HIGHEST || width < 1 || width > TilePath.FULL) {
            throw new IllegalArgumentException(
                    "No tile has the index " + index + " and the width " + width);
        }
    }

    static Checked<TileNumber> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Checked.refused("'" + text + "' does not read <N>[.p/<W>]");
        }
        var digits = new BigInteger(matcher.group(1).replaceAll("[x/]", ""));
        if (digits.compareTo(BigInteger.valueOf(HIGHEST)) > 0) {
            return Checked.refused("no tree of fewer than 2^63 leaves has a tile " + digits);
        }
        String width = matcher.group(2);
        if (width != null && Integer.parseInt(width) >= TilePath.FULL) {
            return Checked.refused("a partial tile has 1 to 255 hashes, not " + width);
        }
        var number =
                new TileNumber(
                        digits.longValueExact(),
                        width == null ? TilePath.FULL : Integer.parseInt(width));
        return number.toString().equals(text)
                ? Checked.valid(number)
                : Checked.refused("'" + text + "' is written '" + number + "'");
    }

    /** Whether a row of so many hashes or entries has it. */
    boolean isIn(long row) {
        return row >= width && index <= (row - width) / TilePath.FULL;
    }

    @Override
    public String toString() {
        String path = group(index % 1000);
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            path = "x" + group(rest % 1000) + "/" + path;
        }
        return width == TilePath.FULL ? path : path + ".p/" + width;
    }

    /** In the digits of the specification, whatever those of the reader's language are. */
    private static String group(long number) {
        return String.format(Locale.ROOT, "%03d", number);
    }
}
