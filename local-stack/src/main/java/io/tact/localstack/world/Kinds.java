package io.tact.localstack.world;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code kinds.txt} and {@code colours.txt}; the columns are described there. */
public final class Kinds {
    private static final Pattern MODEL = Pattern.compile("([^\\[]+?)(?:\\s*\\[(\\w+)])?");

    private Kinds() {}

    public static List<Kind> all() {
        Map<String, Variant> variants =
                Table.rows(Kinds.class, "colours.txt").stream()
                        .map(row -> new Variant(row.get(0), row.get(1), row.get(2)))
                        .collect(toMap(Variant::name, identity()));
        return Table.rows(Kinds.class, "kinds.txt").stream()
                .map(row -> kind(row, variants))
                .toList();
    }

    private static Kind kind(List<String> row, Map<String, Variant> variants) {
        List<String> price = Table.cells(row.get(2), "-");
        return new Kind(
                row.get(0),
                row.get(1),
                new Kind.PriceRange(Integer.parseInt(price.get(0)), Integer.parseInt(price.get(1))),
                Double.parseDouble(row.get(3)),
                row.get(4).contains("consumable"),
                stapleShare(row.get(4)),
                list(row.get(5), ",").stream()
                        .map(name -> known(variants.get(name), name))
                        .toList(),
                list(row.get(6), ";").stream().map(Kinds::model).toList(),
                list(row.get(7), ",").stream().map(Kinds::complement).toList());
    }

    private static List<String> list(String cell, String separator) {
        return cell.isEmpty() ? List.of() : Table.cells(cell, separator);
    }

    private static double stapleShare(String traits) {
        int at = traits.indexOf("staple ");
        return at < 0 ? 0 : Double.parseDouble(traits.substring(at + "staple ".length()));
    }

    private static Model model(String text) {
        Matcher matcher = MODEL.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("model: " + text);
        }
        return new Model(matcher.group(1), matcher.group(2));
    }

    private static Complement complement(String text) {
        int space = text.lastIndexOf(' ');
        return new Complement(
                text.substring(0, space), Double.parseDouble(text.substring(space + 1)));
    }

    private static Variant known(@Nullable Variant variant, String name) {
        if (variant == null) {
            throw new IllegalArgumentException("not in colours.txt: " + name);
        }
        return variant;
    }
}
