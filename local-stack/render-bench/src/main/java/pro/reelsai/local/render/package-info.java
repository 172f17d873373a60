/** Measures what rendering an ad costs: the stages on local files, without the suite. */
@NullMarked
package pro.reelsai.local.render;

import org.jspecify.annotations.NullMarked;
