/** Documents that are generated from the code, or checked against it. */
@NullMarked
package pro.reelsai.deployment.docs;

import org.jspecify.annotations.NullMarked;
