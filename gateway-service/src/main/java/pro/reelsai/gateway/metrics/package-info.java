/** What operators watch of the suite as a whole: it is all in the database, so any gateway can tell. */
@NullMarked
package pro.reelsai.gateway.metrics;

import org.jspecify.annotations.NullMarked;
