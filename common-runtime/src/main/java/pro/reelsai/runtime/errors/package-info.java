/** Errors as whoever watches the services sees them. */
@NullMarked
package pro.reelsai.runtime.errors;

import org.jspecify.annotations.NullMarked;
