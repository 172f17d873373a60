/** What waits in Kafka, and for whom. */
@NullMarked
package pro.reelsai.gateway.admin.lag;

import org.jspecify.annotations.NullMarked;
