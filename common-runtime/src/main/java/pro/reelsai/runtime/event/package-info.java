/** How events become Kafka records and back. */
@NullMarked
package pro.reelsai.runtime.event;

import org.jspecify.annotations.NullMarked;
