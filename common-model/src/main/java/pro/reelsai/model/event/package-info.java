/** The events of the pipeline. Every event is one record of one topic and carries a deterministic id. */
@NullMarked
package pro.reelsai.model.event;

import org.jspecify.annotations.NullMarked;
