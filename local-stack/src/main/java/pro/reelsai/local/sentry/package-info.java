/** A server that takes errors as Sentry does. */
@NullMarked
package pro.reelsai.local.sentry;

import org.jspecify.annotations.NullMarked;
