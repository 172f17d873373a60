/** The port to whoever moves the mouth. */
@NullMarked
package pro.reelsai.lipsync.provider;

import org.jspecify.annotations.NullMarked;
