package io.tact.frequency.campaign;

import java.util.Optional;

/** What is seen of a campaign. */
public sealed interface Creative {
    /**
     * The same for everybody.
     *
     * @param image path on the shop, or https
     * @param url where it leads; path on the shop, or https
     */
    record Fixed(String title, Optional<String> text, Optional<String> image, String url)
            implements Creative {
        public Fixed {
            if (title.isBlank() || title.length() > 200) {
                throw new IllegalArgumentException(
                        "The title of a creative has 1 to 200 characters, not " + title.length());
            }
            text.filter(words -> words.length() > 1_000)
                    .ifPresent(
                            words -> {
                                throw new IllegalArgumentException(
                                        "The text of a creative has up to 1000 characters, not "
                                                + words.length());
                            });
            image.ifPresent(address -> requireAddress("image", address));
            requireAddress("url", url);
        }

        /** Nothing that a page would run. */
        private static void requireAddress(String what, String address) {
            if (!address.matches("(/(?![/\\\\])|https://)[^\\s\\\\]{0,1000}")) {
                throw new IllegalArgumentException(
                        "The "
                                + what
                                + " of a creative is a path (/…) or https://…, not '"
                                + address
                                + "'");
            }
        }
    }

    /** The product of the candidate: its picture, title, price and link. */
    record Item() implements Creative {}
}
