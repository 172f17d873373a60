/** The resources of {@code k8s/}, rendered and read strictly. */
@NullMarked
package pro.reelsai.deployment.k8s;

import org.jspecify.annotations.NullMarked;
