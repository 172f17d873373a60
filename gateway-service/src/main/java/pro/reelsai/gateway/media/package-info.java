/** What users upload: let in by its bytes, decoded to its end, and made a logo of. */
@NullMarked
package pro.reelsai.gateway.media;

import org.jspecify.annotations.NullMarked;
