/** Word from the database that something has changed. */
@NullMarked
package pro.reelsai.gateway.platform.notice;

import org.jspecify.annotations.NullMarked;
