/** One way to write and read JSON. */
@NullMarked
package pro.reelsai.runtime.json;

import org.jspecify.annotations.NullMarked;
