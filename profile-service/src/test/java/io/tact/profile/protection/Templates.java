package io.tact.profile.protection;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.UnaryOperator;

/** Ways in which a definition or a value says a name. */
final class Templates {
    private static final List<UnaryOperator<String>> OF_A_NAME =
            List.of(
                    name -> name,
                    name -> name.toLowerCase(Locale.ROOT),
                    name -> name.toUpperCase(Locale.ROOT),
                    name -> "likely_" + snake(name),
                    name -> "is_" + snake(name) + "_fan",
                    name -> snake(name) + "_affinity",
                    name -> "interested-in-" + snake(name).replace('_', '-'),
                    name -> "traits." + snake(name).toUpperCase(Locale.ROOT),
                    name -> "is" + camel(name),
                    name -> "likes" + camel(name) + "Score",
                    name -> "interestIn" + camel(name) + "30d",
                    name -> "People who looked at " + name + " at least twice in 30 days.",
                    name -> "Interest in " + name.toLowerCase(Locale.ROOT) + ", as a score 0 to 1",
                    name -> "Kundinnen und Kunden mit Interesse an " + name,
                    name -> "event.properties.category == '" + name + "'",
                    name -> "events.exists(e, e.properties.category == \"" + name + "\")",
                    name -> "item.category in ['Shoes', '" + name + "', 'Coats']",
                    name -> "count(event.properties.kind.startsWith('" + name + "')) > 3",
                    name -> "{\"interest\":\"" + name + "\"}",
                    name -> "segment:" + snake(name).replace('_', '.'),
                    name -> "/shop/" + snake(name).replace('_', '-') + "/new",
                    name -> name.replace(" ", "\u00a0") + " (inferred)",
                    name -> "top category: " + name + "; second: Garden");

    private static final List<String> BETWEEN_TIERS =
            List.of(" > ", "/", " / ", "|", " :: ", ">", ", ", " - ", " » ");

    private Templates() {}

    static String ofName(String name, Random random) {
        return OF_A_NAME.get(random.nextInt(OF_A_NAME.size())).apply(name);
    }

    static String ofPath(List<String> path, Random random) {
        String between = BETWEEN_TIERS.get(random.nextInt(BETWEEN_TIERS.size()));
        return ofName(String.join(between, path), random);
    }

    private static String snake(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "_");
    }

    private static String camel(String name) {
        StringBuilder camel = new StringBuilder();
        for (String word : snake(name).split("_")) {
            if (!word.isEmpty()) {
                camel.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
            }
        }
        return camel.toString();
    }
}
