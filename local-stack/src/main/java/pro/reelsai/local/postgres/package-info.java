/** A real PostgreSQL server out of a jar. */
@NullMarked
package pro.reelsai.local.postgres;

import org.jspecify.annotations.NullMarked;
