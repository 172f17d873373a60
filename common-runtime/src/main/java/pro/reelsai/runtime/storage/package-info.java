/** The bucket, the only way to it. */
@NullMarked
package pro.reelsai.runtime.storage;

import org.jspecify.annotations.NullMarked;
