/**
 * Makes presentable goods of what an order history knows of them: a stock code, a description in
 * capitals, what was paid.
 */
@NullMarked
package io.tact.localstack.importing.goods;

import org.jspecify.annotations.NullMarked;
