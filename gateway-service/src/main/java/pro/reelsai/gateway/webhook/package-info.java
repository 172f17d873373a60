/** Calls from providers: checked, and turned into events. */
@NullMarked
package pro.reelsai.gateway.webhook;

import org.jspecify.annotations.NullMarked;
