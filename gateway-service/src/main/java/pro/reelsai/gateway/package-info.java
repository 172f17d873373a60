/** The gateway: the REST contract, all tables, the outbox and the projection. Cut by feature; holds no media logic. */
@NullMarked
package pro.reelsai.gateway;

import org.jspecify.annotations.NullMarked;
