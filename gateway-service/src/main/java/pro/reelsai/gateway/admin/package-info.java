/** What whoever runs the suite may see and do: runs, credits, what failed for good, and what Kafka still knows. */
@NullMarked
package pro.reelsai.gateway.admin;

import org.jspecify.annotations.NullMarked;
