/** Getting events out of the database and into Kafka, each at least once and in order. */
@NullMarked
package pro.reelsai.gateway.outbox;

import org.jspecify.annotations.NullMarked;
