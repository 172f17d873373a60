/** Rules for the text that users send. */
@NullMarked
package pro.reelsai.gateway.platform.text;

import org.jspecify.annotations.NullMarked;
