/** How much the gateway carries: a load generator, what it is pointed at, and what is measured meanwhile. */
@NullMarked
package pro.reelsai.local.bench;

import org.jspecify.annotations.NullMarked;
