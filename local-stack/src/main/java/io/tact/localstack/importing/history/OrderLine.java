package io.tact.localstack.importing.history;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * One line of an invoice that tells of something bought.
 *
 * @param description may be empty
 * @param customer empty where the shop does not know
 */
public record OrderLine(
        String invoice,
        String stockCode,
        String description,
        int quantity,
        Instant at,
        BigDecimal price,
        String customer) {}
