package io.tact.consent.notice;

/** Versions of one notice, in the making. They ask for what no other test grants. */
record Notices(String id) {
    static final String PURPOSE = "cross_device";
    static final String WHAT_WE_DO = "We use what you do on one device on your other devices.";

    Version version(String version) {
        return new Version(
                id,
                version,
                WHAT_WE_DO,
                "Was Sie auf einem Gerät tun, nutzen wir auch auf anderen Geräten.",
                "\"browsing\"",
                "");
    }

    /** In both languages. */
    record Version(
            String id,
            String version,
            String english,
            String german,
            String sources,
            String widens) {
        Version saying(String other) {
            return new Version(id, version, other, german, sources, widens);
        }

        Version alsoFromThirdParties() {
            return new Version(
                    id,
                    version,
                    "We use what you do on one device, and what other companies tell us.",
                    "Wir nutzen, was Sie auf einem Gerät tun und was andere Firmen uns sagen.",
                    "\"browsing\",\"third_party\"",
                    widens);
        }

        Version widening(String purpose) {
            return new Version(id, version, english, german, sources, "\"" + purpose + "\"");
        }

        String json() {
            return """
            {"id":"%s","version":"%s","sources":{"%s":[%s]},"widens":[%s],"texts":{
              "en":{"%3$s":{"title":"On all devices","whatWeDo":"%6$s","whatYouGet":"You go on where you stopped.","ifYouSayNo":"Each device knows only itself."}},
              "de":{"%3$s":{"title":"Auf allen Geräten","whatWeDo":"%7$s","whatYouGet":"Sie machen da weiter, wo Sie waren.","ifYouSayNo":"Jedes Gerät kennt nur sich."}}}}"""
                    .formatted(id, version, PURPOSE, sources, widens, english, german);
        }
    }
}
