/** Dashboards and alerts. */
@NullMarked
package pro.reelsai.deployment.observability;

import org.jspecify.annotations.NullMarked;
