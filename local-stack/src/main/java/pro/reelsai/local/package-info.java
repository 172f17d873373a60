/** What the whole suite needs on one machine: secrets, tokens, ports. */
@NullMarked
package pro.reelsai.local;

import org.jspecify.annotations.NullMarked;
