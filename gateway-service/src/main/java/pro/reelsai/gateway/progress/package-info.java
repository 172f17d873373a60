/** Events coming back: the projection that keeps runs, credits and projects up to date, and the status read from it. */
@NullMarked
package pro.reelsai.gateway.progress;

import org.jspecify.annotations.NullMarked;
