/** What an ad is for. */
@NullMarked
package pro.reelsai.gateway.product;

import org.jspecify.annotations.NullMarked;
