/** What every feature stands on: configuration, health, time. */
@NullMarked
package pro.reelsai.gateway.platform;

import org.jspecify.annotations.NullMarked;
