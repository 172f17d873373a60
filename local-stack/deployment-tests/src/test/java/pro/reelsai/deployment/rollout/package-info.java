/** The scripts that bring a version into production, with programs in place of the real ones that tell what they were asked. */
@NullMarked
package pro.reelsai.deployment.rollout;

import org.jspecify.annotations.NullMarked;
