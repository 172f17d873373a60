/** Repeating past runs. */
@NullMarked
package pro.reelsai.gateway.admin.replay;

import org.jspecify.annotations.NullMarked;
