/** A copywriter without a key: templates give the structure, the product's own description gives every claim. */
@NullMarked
package pro.reelsai.script.writer.local;

import org.jspecify.annotations.NullMarked;
