package io.tact.recommendation.answer;

import io.tact.recommendation.catalogue.Catalogue;
import io.tact.recommendation.catalogue.Item;

/** Reasons in words. What is older than the visit is hinted at, never named. */
final class Sentences {
    private final Catalogue catalogue;
    private final Language language;

    Sentences(Catalogue catalogue, Language language) {
        this.catalogue = catalogue;
        this.language = language;
    }

    String of(Suggestion suggestion) {
        Item item = catalogue.item(suggestion.item());
        if (suggestion.fill()) {
            return language.say(
                    "Popular in the shop – only to fill the row",
                    "Beliebt im Shop – nur zum Auffüllen");
        }
        return switch (suggestion.reason()) {
            case SESSION_NEIGHBOUR ->
                    suggestion.told()
                            ? named(
                                    suggestion,
                                    "Others who looked at “%s” looked at this too",
                                    "Andere, die sich „%s“ ansahen, sahen sich auch das an")
                            : language.say(
                                    "Goes with what you looked at earlier",
                                    "Passt zu dem, was Sie sich früher angesehen haben");
            case BOUGHT_WITH ->
                    suggestion.told()
                            ? named(
                                    suggestion,
                                    "Often bought with “%s”",
                                    "Oft zusammen gekauft mit „%s“")
                            : language.say(
                                    "Goes with something you bought here",
                                    "Passt zu etwas, das Sie hier gekauft haben");
            case SIMILAR ->
                    suggestion.told()
                            ? named(suggestion, "Similar to “%s”", "Ähnlich wie „%s“")
                            : language.say(
                                    "Similar to what you looked at earlier",
                                    "Ähnlich wie das, was Sie sich früher angesehen haben");
            case LEFT_IN_BASKET ->
                    language.say("Still in your basket", "Liegt noch in Ihrem Warenkorb");
            case DECLARED_PREFERENCE ->
                    language.say(
                            "You told us that you like %s".formatted(item.productType()),
                            "Sie haben uns gesagt, dass Ihnen %s gefällt"
                                    .formatted(item.productType()));
            case POPULAR_IN_CATEGORY ->
                    language.say(
                            "Popular in %s".formatted(item.category()),
                            "Beliebt in %s".formatted(item.category()));
            case POPULAR -> language.say("Popular in the shop", "Beliebt im Shop");
        };
    }

    private String named(Suggestion suggestion, String english, String german) {
        String title = catalogue.item(suggestion.because().get(0)).title();
        return language.say(english, german).formatted(title);
    }

    /** Why the whole answer is as it is. */
    String why(Rung rung, boolean usesThePerson) {
        return switch (rung) {
            case NONE ->
                    language.say(
                            "Chosen for this page, the same for everybody. Nothing about you was used.",
                            "Für diese Seite ausgesucht, für alle gleich. Nichts über Sie wurde verwendet.");
            case EXPERIENCE ->
                    usesThePerson
                            ? language.say(
                                    "Chosen by what you looked at and bought here, because you allow it.",
                                    "Danach ausgesucht, was Sie sich hier angesehen und gekauft haben, weil Sie es erlauben.")
                            : language.say(
                                    "Chosen for this page. You allow us to leave out what you already have.",
                                    "Für diese Seite ausgesucht. Sie erlauben uns, wegzulassen, was Sie schon haben.");
            case MARKETING ->
                    usesThePerson
                            ? language.say(
                                    "An advertisement for what you left in your basket, because you allow it.",
                                    "Werbung für das, was in Ihrem Warenkorb liegt, weil Sie es erlauben.")
                            : language.say(
                                    "An advertisement for what is popular. You left nothing in your basket.",
                                    "Werbung für Beliebtes. In Ihrem Warenkorb liegt nichts mehr.");
        };
    }
}
