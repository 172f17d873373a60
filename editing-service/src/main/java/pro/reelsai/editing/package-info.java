/** The editing stage: composes actor and assets into a layout, and gives the ad its final sound. */
@NullMarked
package pro.reelsai.editing;

import org.jspecify.annotations.NullMarked;
