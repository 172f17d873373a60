/** How actor and assets share the picture. */
@NullMarked
package pro.reelsai.gateway.layout;

import org.jspecify.annotations.NullMarked;
