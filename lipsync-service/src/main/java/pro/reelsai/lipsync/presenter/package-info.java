/** Who the illustrated presenters are and how they move. Pure data and arithmetic; nothing here draws. */
@NullMarked
package pro.reelsai.lipsync.presenter;

import org.jspecify.annotations.NullMarked;
