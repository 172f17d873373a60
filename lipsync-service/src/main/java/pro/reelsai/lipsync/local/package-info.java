/** The local provider: illustrated presenters, drawn on our own machine. */
@NullMarked
package pro.reelsai.lipsync.local;

import org.jspecify.annotations.NullMarked;
