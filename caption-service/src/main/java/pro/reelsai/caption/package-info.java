/** The caption stage: burns word-by-word captions in and encodes the ad for delivery. */
@NullMarked
package pro.reelsai.caption;

import org.jspecify.annotations.NullMarked;
