/** Pictures and clips of the product, probed before they are accepted. */
@NullMarked
package pro.reelsai.gateway.asset;

import org.jspecify.annotations.NullMarked;
