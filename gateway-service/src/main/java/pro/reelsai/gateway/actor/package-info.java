/** Who is seen and heard in an ad. */
@NullMarked
package pro.reelsai.gateway.actor;

import org.jspecify.annotations.NullMarked;
