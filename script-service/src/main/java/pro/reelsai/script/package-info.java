/** The script stage: writes what the ad says. */
@NullMarked
package pro.reelsai.script;

import org.jspecify.annotations.NullMarked;
