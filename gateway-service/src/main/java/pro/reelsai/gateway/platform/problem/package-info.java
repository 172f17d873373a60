/** Errors as RFC 9457 problem details, wherever they arise. */
@NullMarked
package pro.reelsai.gateway.platform.problem;

import org.jspecify.annotations.NullMarked;
