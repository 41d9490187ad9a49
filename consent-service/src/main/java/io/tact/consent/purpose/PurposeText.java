package io.tact.consent.purpose;

import io.tact.consent.client.Purpose;

/**
 * One purpose in words, each a plain short sentence or two.
 *
 * @param title as on a switch
 */
public record PurposeText(
        Purpose purpose, String title, String whatWeDo, String whatYouGet, String ifYouSayNo) {}
