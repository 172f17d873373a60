/** Where a job keeps its files. */
@NullMarked
package pro.reelsai.runtime.work;

import org.jspecify.annotations.NullMarked;
