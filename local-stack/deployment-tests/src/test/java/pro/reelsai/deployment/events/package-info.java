/** The events on the topics: their schemas, their description, and what was written before. */
@NullMarked
package pro.reelsai.deployment.events;

import org.jspecify.annotations.NullMarked;
