/** How much the gateway and the whole pipeline carry: load, what it is pointed at, and what is measured meanwhile. */
@NullMarked
package pro.reelsai.local.bench;

import org.jspecify.annotations.NullMarked;
