/** Scripts: asking for one, editing it, making it final. */
@NullMarked
package pro.reelsai.gateway.script;

import org.jspecify.annotations.NullMarked;
