/** What every feature stands on: configuration, health, start-up checks. */
@NullMarked
package pro.reelsai.gateway.platform;

import org.jspecify.annotations.NullMarked;
