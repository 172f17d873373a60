/** Stands in for Slack. */
@NullMarked
package pro.reelsai.local.slack;

import org.jspecify.annotations.NullMarked;
