/**
 * Filmed actors, animated by a lip-sync model on Replicate. A job is written down before it is asked for and looked up
 * before it is asked for again, for Replicate knows no idempotency key.
 */
@NullMarked
package pro.reelsai.lipsync.replicate;

import org.jspecify.annotations.NullMarked;
