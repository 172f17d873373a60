/** Images and {@code docker-compose.yml}. */
@NullMarked
package pro.reelsai.deployment.compose;

import org.jspecify.annotations.NullMarked;
