/** A collector of traces, and what it has been told. */
@NullMarked
package pro.reelsai.e2e.trace;

import org.jspecify.annotations.NullMarked;
