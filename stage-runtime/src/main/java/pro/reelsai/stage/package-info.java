/**
 * What a stage service implements: a {@link pro.reelsai.stage.StageHandler}. How it is run is in {@code internal}.
 */
@NullMarked
package pro.reelsai.stage;

import org.jspecify.annotations.NullMarked;
