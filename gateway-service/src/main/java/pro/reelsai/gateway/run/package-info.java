/** Runs: one attempt to make an ad or a script, and the stages it passes through. */
@NullMarked
package pro.reelsai.gateway.run;

import org.jspecify.annotations.NullMarked;
