/** How a stage asks a paid provider over HTTP: not too often, not for ever, and again only where that helps. */
@NullMarked
package pro.reelsai.stage.provider;

import org.jspecify.annotations.NullMarked;
