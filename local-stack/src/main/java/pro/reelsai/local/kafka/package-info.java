/** A real Kafka broker inside one process. */
@NullMarked
package pro.reelsai.local.kafka;

import org.jspecify.annotations.NullMarked;
