/** Measures what rendering an ad costs, and shows what ads look like: the stages on local files, without the suite. */
@NullMarked
package pro.reelsai.local.render;

import org.jspecify.annotations.NullMarked;
