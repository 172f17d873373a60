/** What no consumer could process: kept, shown, made a failed run of, and tried again. */
@NullMarked
package pro.reelsai.gateway.admin.deadletter;

import org.jspecify.annotations.NullMarked;
