/** The suite as operating system processes: start, watch, stop. */
@NullMarked
package pro.reelsai.local.stack;

import org.jspecify.annotations.NullMarked;
