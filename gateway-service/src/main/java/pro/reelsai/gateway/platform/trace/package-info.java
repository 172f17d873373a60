/** The gateway's part in the traces of runs. */
@NullMarked
package pro.reelsai.gateway.platform.trace;

import org.jspecify.annotations.NullMarked;
