/** What is removed once its time is over: working files, shadows, leases, dead letters. */
@NullMarked
package pro.reelsai.gateway.retention;

import org.jspecify.annotations.NullMarked;
