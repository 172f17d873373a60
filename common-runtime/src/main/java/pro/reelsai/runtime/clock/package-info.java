/** The machine's clock. */
@NullMarked
package pro.reelsai.runtime.clock;

import org.jspecify.annotations.NullMarked;
