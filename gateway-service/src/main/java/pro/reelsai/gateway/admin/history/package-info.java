/** A run's events, read back from Kafka. */
@NullMarked
package pro.reelsai.gateway.admin.history;

import org.jspecify.annotations.NullMarked;
