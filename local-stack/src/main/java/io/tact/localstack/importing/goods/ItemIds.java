package io.tact.localstack.importing.goods;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;

/**
 * Item ids are part of addresses and file names: a stock code that is fit for both stays as it is.
 */
public final class ItemIds {
    private ItemIds() {}

    public static String of(String stockCode) {
        if (stockCode.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,59}")) {
            return stockCode;
        }
        String tidy = stockCode.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-", "");
        String start = tidy.substring(0, Math.min(tidy.length(), 40));
        return "x" + start + "-" + UUID.nameUUIDFromBytes(stockCode.getBytes(UTF_8));
    }
}
