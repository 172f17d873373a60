/** What every request passes before it reaches a route: ids, limits, time-outs, and the headers of every answer. */
@NullMarked
package pro.reelsai.gateway.platform.edge;

import org.jspecify.annotations.NullMarked;
