/** Makes the ad's final sound out of the speech. */
@NullMarked
package pro.reelsai.editing.sound;

import org.jspecify.annotations.NullMarked;
