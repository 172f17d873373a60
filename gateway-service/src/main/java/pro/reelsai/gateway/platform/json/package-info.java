/** Records of the model as jsonb columns. */
@NullMarked
package pro.reelsai.gateway.platform.json;

import org.jspecify.annotations.NullMarked;
