/** Makes the actor speak: the lip-sync stage, its configuration and the port to whoever moves the mouth. */
@NullMarked
package pro.reelsai.lipsync;

import org.jspecify.annotations.NullMarked;
