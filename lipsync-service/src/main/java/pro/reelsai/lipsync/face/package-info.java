/** What filmed actors are made to speak with: finding the face, warping the mouth, cutting the actor out. */
@NullMarked
package pro.reelsai.lipsync.face;

import org.jspecify.annotations.NullMarked;
