/** Music that is composed and played to an ad's length: no recordings, no samples, nobody's rights. */
@NullMarked
package pro.reelsai.editing.music;

import org.jspecify.annotations.NullMarked;
