/** Addresses of files, for answers. */
@NullMarked
package pro.reelsai.gateway.platform.storage;

import org.jspecify.annotations.NullMarked;
