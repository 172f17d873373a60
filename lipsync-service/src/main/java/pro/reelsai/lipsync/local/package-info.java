/** The local provider: illustrated presenters and filmed actors, animated on our own machine. */
@NullMarked
package pro.reelsai.lipsync.local;

import org.jspecify.annotations.NullMarked;
