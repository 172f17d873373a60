/**
 * The API's document: what annotations cannot say, or would have to say at every route, is added here at build time.
 *
 * <p>What an operation is called, what it is for and how its request and its answers look stands in one file for each
 * operation, {@code openapi/<Resource>_<method>.json}.
 */
@NullMarked
package pro.reelsai.gateway.platform.openapi;

import org.jspecify.annotations.NullMarked;
