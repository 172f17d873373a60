/** How any stage runs. Services never look in here. */
@NullMarked
package pro.reelsai.stage.internal;

import org.jspecify.annotations.NullMarked;
