/** Requests that may be sent twice and take effect once: the {@code Idempotency-Key} header. */
@NullMarked
package pro.reelsai.gateway.idempotency;

import org.jspecify.annotations.NullMarked;
