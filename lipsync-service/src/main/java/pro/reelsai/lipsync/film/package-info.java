/** Filmed actors' videos, whoever animates them. */
@NullMarked
package pro.reelsai.lipsync.film;

import org.jspecify.annotations.NullMarked;
