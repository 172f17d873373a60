/** The status as a stream: one event a change, for whoever watches. */
@NullMarked
package pro.reelsai.gateway.progress.stream;

import org.jspecify.annotations.NullMarked;
