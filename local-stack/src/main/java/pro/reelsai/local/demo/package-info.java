/** A frontend in miniature: makes an ad through the public REST API. */
@NullMarked
package pro.reelsai.local.demo;

import org.jspecify.annotations.NullMarked;
